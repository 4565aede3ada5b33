# A sum over a range.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure { my $sum = 0; for my $n (1 .. $_[0]) { $sum += $n } };
