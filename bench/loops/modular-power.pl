# Powers modulo a prime.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

sub modpow {
    my ($b, $e, $m) = @_;
    my $r = 1;
    $b %= $m;
    while ($e > 0) { $r = $r * $b % $m if $e & 1; $b = $b * $b % $m; $e >>= 1 }
    return $r;
}
measure {
    my $s = 0;
    for my $i (1 .. $_[0]) { $s += modpow(3, $i, 1000000007) }
};
