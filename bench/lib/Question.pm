package Question;

# measure { LOOP } runs LOOP with a growing number of iterations until it takes long enough to be timed, then several times
# more, and prints the nanoseconds of processor time that one iteration takes, a line for each time.

use strict;
use warnings;
use Exporter 'import';
use Time::HiRes qw(clock_gettime CLOCK_PROCESS_CPUTIME_ID);

our @EXPORT = qw(measure);

my $LONG_ENOUGH = 0.04;
my $TIMES = $ENV{BENCH_TIMES} || 5;

sub timed {
    my ($loop, $count) = @_;
    my $start = clock_gettime(CLOCK_PROCESS_CPUTIME_ID);
    $loop->($count);
    return clock_gettime(CLOCK_PROCESS_CPUTIME_ID) - $start;
}

sub measure (&) {
    my ($loop) = @_;
    # Three times long enough: the first may only be loading and compiling.
    my $count = 1;
    for my $time (1 .. 3) { $count *= 2 while timed($loop, $count) < $LONG_ENOUGH }
    printf "%.2f\n", timed($loop, $count) / $count * 1e9 for 1 .. $TIMES;
}

1;
