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
    # Some time to get going: to load, to compile.
    my $count = 1;
    my $seconds = 0;
    while ($seconds < 0.3) { $seconds += timed($loop, $count); $count *= 2 if $count < 1000 }
    $count = 1;
    $count *= 2 while ($seconds = timed($loop, $count)) < $LONG_ENOUGH;
    printf "%.2f\n", timed($loop, $count) / $count * 1e9 for 1 .. $TIMES;
}

1;
