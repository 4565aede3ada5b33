# Records split and joined.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my @rows = map {
    join ',', map { "f$_" } $_ .. $_ + 9
} 1 .. 10;
measure {
    for (1 .. $_[0]) {
        my @o;
        for my $r (@rows) { my @f = split /,/, $r; $f[2] = uc $f[2]; push @o, join(';', @f[0 .. 5]) }
        my $x = join "\n", @o;
    }
};
