use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID SEM_UNDO);

# Several writers take turns: a semaphore of value 1 is a lock, and SEM_UNDO gives it back if its holder dies.
my $segment = shmget(IPC_PRIVATE, 8, 0600) // die "shmget: $!";
my $lock = semget(IPC_PRIVATE, 1, 0600) // die "semget: $!";
semop($lock, pack 's!3', 0, 1, 0) or die "semop: $!";
shmwrite($segment, pack('Q', 0), 0, 8) or die "shmwrite: $!";

my @children;
for (1 .. 3) {
    my $child = fork // die "fork: $!";
    if ($child) { push @children, $child; next }
    for (1 .. 100) {
        semop($lock, pack 's!3', 0, -1, SEM_UNDO) or die "semop: $!";
        shmread($segment, my $count, 0, 8) or die "shmread: $!";
        shmwrite($segment, pack('Q', 1 + unpack 'Q', $count), 0, 8) or die "shmwrite: $!";
        semop($lock, pack 's!3', 0, 1, SEM_UNDO) or die "semop: $!";
    }
    exit;
}
waitpid $_, 0 for @children;

shmread($segment, my $count, 0, 8) or die "shmread: $!";
print 'counted to ', unpack('Q', $count), "\n";

shmctl($segment, IPC_RMID, 0) or die "shmctl: $!";
semctl($lock, 0, IPC_RMID, 0) or die "semctl: $!";
