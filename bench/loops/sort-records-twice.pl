# Records by several keys, and the Schwartzian transform.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my @r = map { { n => "name" . ($_ * 37 % 100), a => $_ * 13 % 10 } } 1 .. 100;
measure {
    for (1 .. $_[0]) {
        my @s = sort { $a->{a} <=> $b->{a} or $a->{n} cmp $b->{n} } @r;
        my @t = map  { $_->[1] } sort { $a->[0] <=> $b->[0] } map { [$_->{a}, $_] } @r;
    }
};
