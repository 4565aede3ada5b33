# Filling an array and summing its elements.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure {
    for my $n (1 .. $_[0]) {
        my @list;
        push @list, $_ * 2 for 1 .. 100;
        my $sum = 0;
        $sum += $list[$_] for 0 .. $#list;
        $sum -= $_ for @list;
    }
};
