# What do fork, exit and waitpid cost, in processor time of both processes?
use strict;
use warnings;

my $COUNT = 200;

sub children {
    for (1 .. $_[0]) {
        my $pid = fork // die "fork: $!";
        exit 3 if $pid == 0;
        waitpid $pid, 0;
    }
}

children(20);
for (1 .. $ENV{BENCH_TIMES} || 5) {
    my $before = 0;
    $before += $_ for times;
    children($COUNT);
    my $after = 0;
    $after += $_ for times;
    printf "%.2f\n", ($after - $before) / $COUNT * 1e9;
}
