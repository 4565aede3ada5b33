# Queens on a board: recursion, next with a label.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my ($n, $count) = (6, 0);
my @col;

sub place {
    my $r = shift;
    if ($r == $n) { $count++; return }
  COL: for my $c (0 .. $n - 1) {
        for my $p (0 .. $r - 1) { next COL if $col[$p] == $c || abs($col[$p] - $c) == $r - $p }
        $col[$r] = $c;
        place($r + 1);
    }
}
measure { place(0) for 1 .. $_[0] };
