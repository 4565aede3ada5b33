# The Mandelbrot set: floats in nested loops.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure {
    for (1 .. $_[0]) {
        my $c = 0;
        for my $py (0 .. 9) {
            for my $px (0 .. 9) {
                my ($x0, $y0) = ($px / 4 - 2, $py / 4 - 1);
                my ($x, $y, $i) = (0, 0, 0);
                while ($x * $x + $y * $y <= 4 && $i < 50) {
                    my $t = $x * $x - $y * $y + $x0;
                    $y = 2 * $x * $y + $y0;
                    $x = $t;
                    $i++;
                }
                $c += $i;
            }
        }
    }
};
