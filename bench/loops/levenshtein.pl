# The distance of two words.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

sub lev {
    my ($s, $t) = @_;
    my @s = split //, $s;
    my @t = split //, $t;
    my @d = (0 .. @t);
    for my $i (1 .. @s) {
        my @n = ($i);
        for my $j (1 .. @t) {
            my $c = $s[$i - 1] eq $t[$j - 1] ? 0 : 1;
            my $m = $d[$j - 1] + $c;
            $m = $d[$j] + 1     if $d[$j] + 1 < $m;
            $m = $n[$j - 1] + 1 if $n[$j - 1] + 1 < $m;
            push @n, $m;
        }
        @d = @n;
    }
    $d[-1];
}
measure { lev("kitten sitting", "sitting kitten") for 1 .. $_[0] };
