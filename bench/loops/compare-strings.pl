# lt, eq and cmp.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my @w = map { "word" . ($_ * 31 % 97) } 1 .. 50;
measure {
    for (1 .. $_[0]) {
        my $c = 0;
        for my $i (0 .. $#w - 1) {
            $c++ if $w[$i] lt $w[$i + 1];
            $c-- if $w[$i] eq $w[-1];
            $c += $w[$i] cmp $w[0];
        }
    }
};
