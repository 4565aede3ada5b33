# The towers of Hanoi: recursion with a global counter.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my $moves;

sub hanoi {
    my ($n, $f, $t, $v) = @_;
    if ($n == 1) { $moves++; return; }
    hanoi($n - 1, $f, $v, $t);
    $moves++;
    hanoi($n - 1, $v, $t, $f);
}
measure {
    for (1 .. $_[0]) { $moves = 0; hanoi(8, 'A', 'C', 'B') }
};
