# The sieve of Eratosthenes.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure {
    for my $n (1 .. $_[0]) {
        my @composite;
        my $count = 0;
        for my $i (2 .. 1000) {
            next if $composite[$i];
            $count++;
            for (my $j = $i * $i; $j <= 1000; $j += $i) { $composite[$j] = 1 }
        }
    }
};
