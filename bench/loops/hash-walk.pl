# Filling and walking a hash.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure {
    for my $n (1 .. $_[0]) {
        my %square = map { $_ => $_ * $_ } 1 .. 50;
        my $sum = 0;
        for my $key (sort keys %square) { $sum += $square{$key} if exists $square{$key} }
        while (my ($key, $value) = each %square) { $sum -= $value }
    }
};
