# What does system cost, in processor time of both processes?
use strict;
use warnings;

my $COUNT = 100;

for (1 .. $ENV{BENCH_TIMES} || 5) {
    my $before = 0;
    $before += $_ for times;
    for (1 .. $COUNT) { system '/bin/true' and die "system: $?" }
    my $after = 0;
    $after += $_ for times;
    printf "%.2f\n", ($after - $before) / $COUNT * 1e9;
}
