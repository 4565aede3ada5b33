# A heap of numbers: array elements compared and exchanged.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my $state = 42;
sub pseudo_random { $state = ($state * 7141 + 54773) % 259200; return $state / 259200 }

sub sift_down {
    my ($heap, $from, $end) = @_;
    my $parent = $from;
    while ((my $child = 2 * $parent + 1) < $end) {
        $child++ if $child + 1 < $end && $heap->[$child] < $heap->[$child + 1];
        last if $heap->[$parent] >= $heap->[$child];
        @$heap[$parent, $child] = @$heap[$child, $parent];
        $parent = $child;
    }
}

sub heap_sort {
    my ($heap) = @_;
    my $end = @$heap;
    sift_down($heap, $_, $end) for reverse 0 .. $end / 2;
    while ($end > 1) {
        $end--;
        @$heap[0, $end] = @$heap[$end, 0];
        sift_down($heap, 0, $end);
    }
}

measure {
    for (1 .. $_[0]) {
        my @numbers = map { pseudo_random() } 1 .. 200;
        heap_sort(\@numbers);
    }
};
