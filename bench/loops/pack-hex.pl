# pack and unpack, hexadecimal too.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure {
    for my $i (1 .. $_[0]) {
        my $b = pack("NnCa4", $i, $i & 65535, $i & 255, "abcd");
        my ($a, $c, $d, $e) = unpack("NnCa4", $b);
        my $v = pack("l<d", $i, 1.5);
        my $h = unpack("H*", $b);
    }
};
