# A linear congruential generator.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my $seed = 1;
measure {
    for my $i (1 .. $_[0]) { $seed = ($seed * 1103515245 + 12345) & 0x7fffffff; }
};
