# wantarray in three contexts.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

sub ctx { return wantarray ? (1, 2, 3) : "s" }
measure {
    for (1 .. $_[0]) { my @a = ctx(); my $s = ctx(); my ($x, $y) = ctx() }
};
