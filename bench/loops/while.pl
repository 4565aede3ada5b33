# Integer arithmetic in a while loop.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure {
    my ($count, $i, $x) = ($_[0], 0, 1);
    while ($i < $count) { $x = ($x * 3 + 7) % 1000003; $i++ }
};
