# Sums beyond 1e15.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure {
    my $s = 1e15;
    $s = int(4e15);
    for my $i (1 .. $_[0]) { $s += $i; }
};
