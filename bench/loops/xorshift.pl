# Shifts and xor in 64 bits.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure {
    my $x = 88172645463325252;
    for my $i (1 .. $_[0]) { $x ^= ($x << 13); $x ^= $x >> 7; $x ^= ($x << 17); }
};
