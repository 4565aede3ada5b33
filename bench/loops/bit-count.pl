# Shifts, masks and complements.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure {
    my $c = 0;
    for my $i (1 .. $_[0]) {
        my $x = $i;
        while ($x) { $c += $x & 1; $x >>= 1 }
        my $y = ~$i & 0xff;
        $y |= 1 << ($i % 8);
        $y ^= 0x55;
    }
};
