# next and last with labels.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure {
    for (1 .. $_[0]) {
        my $c = 0;
      OUTER: for my $i (1 .. 30) {
            for my $j (1 .. 30) {
                next OUTER if $j > $i;
                next       if ($i + $j) % 2;
                last OUTER if $i * $j > 600;
                $c++;
            }
        }
    }
};
