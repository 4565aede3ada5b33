# sprintf.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure { for my $n (1 .. $_[0]) { my $line = sprintf '%5d %-10s %08.3f %x', $n, 'name', $n / 7, $n } };
