# A lock with SEM_UNDO whose holder, run by PERL, is killed while it holds it: the kernel gives it back.
# undo-lock.pl ROUNDS PERL...
use strict;
use warnings;
use IPC::SysV qw(GETVAL IPC_CREAT IPC_NOWAIT IPC_PRIVATE IPC_RMID SEM_UNDO SETVAL);

my ($LOCK, $HELD) = (0, 1);

if ($ARGV[0] eq '--hold') {
    my (undef, $semid) = @ARGV;
    semop($semid, pack 's!6', $LOCK, -1, SEM_UNDO, $HELD, 1, SEM_UNDO) or die "semop: $!";
    sleep 600;
    exit 1;
}

my ($rounds, @perl) = @ARGV;
@perl = $^X unless @perl;
my $semid = semget(IPC_PRIVATE, 2, IPC_CREAT | 0600) // die "semget: $!";
semctl($semid, $LOCK, SETVAL, 1) // die "SETVAL: $!";
my $pid;
$SIG{ALRM} = sub { kill KILL => $pid; die "the lock did not come back\n" };
my $wrong = 0;
for my $round (1 .. $rounds) {
    $pid = fork // die "fork: $!";
    if ($pid == 0) {
        exec @perl, $0, '--hold', $semid or die "exec: $!";
    }
    alarm 60;
    # Until the holder has it, and then back to how it was.
    semop($semid, pack 's!6', $HELD, -1, 0, $HELD, 1, 0) or die "semop: $!";
    $wrong++ if semop($semid, pack 's!3', $LOCK, -1, IPC_NOWAIT);
    kill KILL => $pid;
    semop($semid, pack 's!3', $LOCK, -1, 0) or die "semop: $!";
    waitpid $pid, 0;
    $wrong++ if $? != 9 || semctl($semid, $HELD, GETVAL, 0) != 0;
    semop($semid, pack 's!3', $LOCK, 1, 0) or die "semop: $!";
}
semctl($semid, 0, IPC_RMID, 0);
print "$rounds holders killed, $wrong wrong\n";
