# Pancakes: array slices, splice and reverse.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

sub fannkuch {
    my $n = shift;
    my @p = (0 .. $n - 1);
    my @q = @p;
    my @s = (0 .. $n - 1);
    my ($sign, $maxflips, $sum) = (1, 0, 0);
    while (1) {
        my $q0 = $p[0];
        if ($q0) {
            @q = @p;
            my $flips = 1;
            until (($q0 = $q[0]) == 0 || $flips > 100) {
                last unless $q[$q0];
                @q[0 .. $q0] = reverse @q[0 .. $q0];
                $flips++;
            }
            $sum += $sign * $flips;
            $maxflips = $flips if $flips > $maxflips;
        }
        if ($sign == 1) { @p[0, 1] = @p[1, 0]; $sign = -1 }
        else {
            @p[1, 2] = @p[2, 1];
            $sign = 1;
            for my $i (2 .. $n - 1) {
                if ($s[$i]) { $s[$i]--; last }
                return ($sum, $maxflips) if $i == $n - 1;
                $s[$i] = $i;
                my $t = shift @p;
                splice @p, $i + 1, 0, $t;
            }
        }
    }
}
measure { fannkuch(6) for 1 .. $_[0] };
