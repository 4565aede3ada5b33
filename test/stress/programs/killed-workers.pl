# Workers, run by PERL, are killed at random moments under load. What the kernel promises is checked each time: SEM_UNDO is
# carried out, no message is received twice or damaged, one is lost only in the hands of a killed worker, segments that were
# to go with their last user go, and the parent is told.
# killed-workers.pl KILLS PERL...
use strict;
use warnings;
use IPC::Msg;
use IPC::SysV qw(GETVAL IPC_CREAT IPC_NOWAIT IPC_PRIVATE IPC_RMID IPC_STAT SEM_UNDO SETVAL shmat);

my ($LOCK, $ALIVE) = (0, 1);
my ($MANY, $ROOM) = (4, 200_000);

# The segment: a counter kept twice under the lock, then a byte for each message.
my $COUNTERS = 16;

sub text { my ($n) = @_; return pack 'N a*', $n, "message $n " x ($n % 5) }

if ($ARGV[0] eq '--work') {
    my (undef, $semid, $shmid, $msqid) = @ARGV;
    my $own = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600) // die "shmget: $!";
    # From here on it lives as long as its attachment.
    defined shmat($own, undef, 0) or die "shmat: $!";
    shmctl($own, IPC_RMID, 0) or die "IPC_RMID: $!";
    semop($semid, pack 's!3', $ALIVE, 1, SEM_UNDO) or die "semop: $!";
    while (1) {
        msgrcv($msqid, my $message, 200, 0, 0) or die "msgrcv: $!";
        my (undef, $text) = unpack 'l! a*', $message;
        my $n = unpack 'N', $text;
        shmread($shmid, my $before, $COUNTERS + $n, 1) or die "shmread: $!";
        my $times = ord($before) + ($text eq text($n) ? 1 : 100);
        shmwrite($shmid, chr $times, $COUNTERS + $n, 1) or die "shmwrite: $!";
        semop($semid, pack 's!3', $LOCK, -1, SEM_UNDO) or die "semop: $!";
        shmread($shmid, my $bytes, 0, $COUNTERS) or die "shmread: $!";
        my ($first, $second) = unpack 'q2', $bytes;
        # Whoever held the lock before may have been killed between the two.
        $first = $second if $second > $first;
        shmwrite($shmid, pack('q', $first + 1), 0, 8) or die "shmwrite: $!";
        shmwrite($shmid, pack('q', $first + 1), 8, 8) or die "shmwrite: $!";
        semop($semid, pack 's!3', $LOCK, 1, SEM_UNDO) or die "semop: $!";
    }
}

my ($kills, @perl) = @ARGV;
@perl = $^X unless @perl;

sub segments { open my $list, '<', '/proc/sysvipc/shm' or return -1; my @lines = <$list>; return @lines - 1 }

my $segments_before = segments();
my $semid = semget(IPC_PRIVATE, 2, IPC_CREAT | 0600) // die "semget: $!";
my $shmid = shmget(IPC_PRIVATE, $COUNTERS + $ROOM, IPC_CREAT | 0600) // die "shmget: $!";
my $msqid = msgget(IPC_PRIVATE, IPC_CREAT | 0600) // die "msgget: $!";
semctl($semid, $LOCK, SETVAL, 1) // die "SETVAL: $!";

my %workers;
sub start_worker {
    my $pid = fork // die "fork: $!";
    if ($pid == 0) {
        exec @perl, $0, '--work', $semid, $shmid, $msqid or die "exec: $!";
    }
    $workers{$pid} = 1;
}
sub end { kill KILL => keys %workers; waitpid $_, 0 for keys %workers }
local $SIG{ALRM} = sub { end(); die "no progress\n" };

# Until so many have said that they are alive.
sub await_workers {
    my ($count) = @_;
    alarm 60;
    semop($semid, pack 's!6', $ALIVE, -$count, 0, $ALIVE, $count, 0) or die "semop: $!";
    alarm 0;
}

my $sent = 0;
sub send_some {
    my ($count) = @_;
    for (1 .. $count) {
        last if $sent == $ROOM;
        msgsnd($msqid, pack('l! a*', 1, text($sent)), IPC_NOWAIT) or last;
        $sent++;
    }
}

my ($uninformed, $not_undone) = (0, 0);
start_worker() for 1 .. $MANY;
for my $kill (1 .. $kills) {
    await_workers($MANY);
    my $until = 1 + int rand 12;
    for (1 .. $until) {
        send_some(20);
        select undef, undef, undef, rand 0.001;
    }
    my $victim = (keys %workers)[rand $MANY];
    kill KILL => $victim;
    send_some(20);
    waitpid($victim, 0) == $victim && $? == 9 or $uninformed++;
    delete $workers{$victim};
    $not_undone++ if semctl($semid, $ALIVE, GETVAL, 0) != $MANY - 1;
    start_worker();
}
await_workers($MANY);
# Until everything is received and the last worker is back.
alarm 60;
while (1) {
    shmread($shmid, my $bytes, 0, $COUNTERS) or die "shmread: $!";
    my ($first, $second) = unpack 'q2', $bytes;
    msgctl($msqid, IPC_STAT, my $stat) or die "IPC_STAT: $!";
    last if 'IPC::Msg::stat'->new->unpack($stat)->qnum == 0 && semctl($semid, $LOCK, GETVAL, 0) == 1;
    select undef, undef, undef, 0.01;
}
select undef, undef, undef, 0.1;
alarm 0;
end();
my ($lock, $alive) = map { semctl($semid, $_, GETVAL, 0) + 0 } $LOCK, $ALIVE;
shmread($shmid, my $bytes, 0, $COUNTERS + $sent) or die "shmread: $!";
my @times = unpack "x$COUNTERS C*", $bytes;
my ($lost, $doubled) = (scalar(grep { $_ == 0 } @times), scalar(grep { $_ > 1 } @times));
semctl($semid, 0, IPC_RMID, 0);
shmctl($shmid, IPC_RMID, 0);
msgctl($msqid, IPC_RMID, 0);
my $left = segments() - $segments_before;
print STDERR "$sent messages, $lost lost with a killed worker\n" if $ENV{STRESS_VERBOSE};
print "$kills workers killed, $uninformed unnoticed, $not_undone not undone; ",
    'messages: ', ($lost > $kills ? "$lost lost" : 'none lost otherwise'), ", $doubled doubled or damaged; ",
    "lock $lock, alive $alive, $left segments left\n";
