# map, grep and join.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure { for my $n (1 .. $_[0]) { my $text = join ',', map { "<$_>" } grep { $_ & 1 } 1 .. 60 } };
