# Timeouts: an alarm whose handler dies must leave every call that blocks, at once, also when the signal comes just before
# the call. timeouts.pl COUNT [MILLISECONDS]
# Prints for each call how many timeouts were lost and how many came more than MILLISECONDS late.
use strict;
use warnings;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE IPC_RMID);
use POSIX ();
use Time::HiRes qw(time);

my ($count, $limit) = @ARGV;
$count //= 20;
$limit //= 50;
my $semid = semget(IPC_PRIVATE, 1, IPC_CREAT | 0600) // die "semget: $!";
my $msqid = msgget(IPC_PRIVATE, IPC_CREAT | 0600) // die "msgget: $!";
pipe my $reader, my $writer or die "pipe: $!";
my $sleeper = fork // die "fork: $!";
if ($sleeper == 0) {
    sleep 3600;
    POSIX::_exit(0);
}

my @calls = (
    [semop => sub { semop($semid, pack 's!3', 0, -1, 0) }],
    [msgrcv => sub { msgrcv($msqid, my $text, 10, 0, 0) }],
    [sleep => sub { sleep 3 }],
    [read => sub { sysread $reader, my $text, 1 }],
    [waitpid => sub { waitpid $sleeper, 0 }],
);

# A second timer, so that a lost alarm shows as very late instead of as a hang.
my $guard = 2;

for (@calls) {
    my ($name, $call) = @$_;
    my ($lost, $late, $latest) = (0, 0, 0);
    for my $n (1 .. $count) {
        # From a few microseconds, which is about when the call is entered, to a few milliseconds.
        my $after = 10 ** (-5 + 2.5 * $n / $count);
        my $due;
        my $ended = eval {
            local $SIG{ALRM} = sub { die "timeout\n" };
            $due = time + $after;
            Time::HiRes::setitimer(Time::HiRes::ITIMER_REAL(), $after, $guard);
            $call->();
            1;
        };
        my $delay = time - $due;
        Time::HiRes::setitimer(Time::HiRes::ITIMER_REAL(), 0);
        $lost++ if $ended || $@ ne "timeout\n" || $delay > $guard / 2;
        $late++ if $delay * 1000 > $limit;
        $latest = $delay if $delay > $latest;
    }
    print "$name: $lost of $count lost, $late late\n";
    printf STDERR "%s: latest after %.1f ms\n", $name, $latest * 1000 if $ENV{STRESS_VERBOSE};
}
kill KILL => $sleeper;
waitpid $sleeper, 0;
semctl($semid, 0, IPC_RMID, 0);
msgctl($msqid, IPC_RMID, 0);
