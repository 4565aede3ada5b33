# A matrix that is a sub.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

sub A { my ($i, $j) = @_; return 1 / (($i + $j) * ($i + $j + 1) / 2 + $i + 1) }

sub mulAv {
    my ($v) = @_;
    my @r;
    for my $i (0 .. $#$v) { my $s = 0; $s += A($i, $_) * $v->[$_] for 0 .. $#$v; push @r, $s }
    return \@r;
}
measure { my $u = [(1) x 20]; $u = mulAv($u) for 1 .. $_[0] };
