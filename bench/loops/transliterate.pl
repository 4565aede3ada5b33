# tr in its four forms, and reverse.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my $s = "The Quick Brown Fox Jumps " x 4;
measure {
    for (1 .. $_[0]) {
        my $t = $s;
        (my $u = $t) =~ tr/a-zA-Z/n-za-mN-ZA-M/;
        my $v = ($t =~ tr/aeiou//);
        $t =~ tr/a-z//cd;
        my $r = reverse $u;
    }
};
