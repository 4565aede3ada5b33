use strict;
use warnings;
use Errno qw(EAGAIN);
use IPC::SysV qw(IPC_NOWAIT IPC_PRIVATE IPC_RMID SEM_UNDO);

my $id = semget(IPC_PRIVATE, 1, 0600) // die "semget: $!";

# Wait for zero and add one, as a single step: the semaphore is a lock that starts open.
my $lock   = pack 's!3 s!3', 0, 0, IPC_NOWAIT, 0, 1, SEM_UNDO | IPC_NOWAIT;
my $unlock = pack 's!3', 0, -1, SEM_UNDO | IPC_NOWAIT;

semop($id, $lock) or die "semop: $!";
print "locked\n";

if (!semop($id, $lock)) {
    die "semop: $!" unless $! == EAGAIN;
    print "locked already\n";
}

semop($id, $unlock) or die "semop: $!";
print "unlocked\n";

semctl($id, 0, IPC_RMID, 0) or die "semctl: $!";
