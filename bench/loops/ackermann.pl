# Ackermann's function: calls within calls.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

no warnings 'recursion';

sub ack {
    my ($m, $n) = @_;
    return $n + 1 if $m == 0;
    return ack($m - 1, 1) if $n == 0;
    return ack($m - 1, ack($m, $n - 1));
}
measure { ack(2, 9) for 1 .. $_[0] };
