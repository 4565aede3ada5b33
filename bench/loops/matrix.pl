# Multiplication of matrices.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my @a = map { [map { $_ % 7 } 1 .. 12] } 1 .. 12;
measure {
    for my $n (1 .. $_[0]) {
        my @product;
        for my $i (0 .. 11) {
            for my $j (0 .. 11) {
                my $sum = 0;
                $sum += $a[$i][$_] * $a[$_][$j] for 0 .. 11;
                $product[$i][$j] = $sum;
            }
        }
    }
};
