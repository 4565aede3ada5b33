# Many children alive at once: all wait for one start, work, and are waited for in any order.
# crowd.pl COUNT
use strict;
use warnings;
use IPC::SysV qw(GETNCNT IPC_CREAT IPC_PRIVATE IPC_RMID SEM_UNDO SETVAL);
use POSIX qw(WNOHANG);

my $count = shift // 20;
my $semid = semget(IPC_PRIVATE, 2, IPC_CREAT | 0600) // die "semget: $!";
my $shmid = shmget(IPC_PRIVATE, 8, IPC_CREAT | 0600) // die "shmget: $!";
my ($START, $LOCK) = (0, 1);
semctl($semid, $LOCK, SETVAL, 1) // die "SETVAL: $!";
shmwrite($shmid, pack('q', 0), 0, 8) or die "shmwrite: $!";

sub add {
    my ($amount) = @_;
    semop($semid, pack 's!3', $LOCK, -1, SEM_UNDO) or die "lock: $!";
    shmread($shmid, my $bytes, 0, 8) or die "shmread: $!";
    shmwrite($shmid, pack('q', unpack('q', $bytes) + $amount), 0, 8) or die "shmwrite: $!";
    semop($semid, pack 's!3', $LOCK, 1, SEM_UNDO) or die "unlock: $!";
}

my %expected;
for my $n (1 .. $count) {
    my $pid = fork // die "fork $n: $!";
    if ($pid == 0) {
        semop($semid, pack 's!3', $START, -1, 0) or die "start: $!";
        my @numbers = sort { $a <=> $b } map { ($_ * 7919 + $n) % 1009 } 1 .. 300;
        add(scalar @numbers);
        exit $n % 250;
    }
    $expected{$pid} = $n % 250;
}
select undef, undef, undef, 0.01 until semctl($semid, $START, GETNCNT, 0) == $count;
semop($semid, pack 's!3', $START, $count, 0) or die "start: $!";

my $wrong = 0;
while (keys %expected) {
    my $pid = wait;
    last if $pid < 0;
    $wrong++ unless defined $expected{$pid} && $? == $expected{$pid} << 8;
    delete $expected{$pid};
}
shmread($shmid, my $bytes, 0, 8) or die "shmread: $!";
my $total = unpack 'q', $bytes;
my $left = waitpid -1, WNOHANG;
semctl($semid, 0, IPC_RMID, 0);
shmctl($shmid, IPC_RMID, 0);
print "$count children at once, $wrong wrong, ", ($total == 300 * $count ? 'all' : 'not all'), " work done, ",
    ($left == -1 && !%expected ? 'none' : 'some'), " left\n";
