use strict;
use warnings;
use IPC::SysV qw(GETNCNT GETPID IPC_PRIVATE IPC_RMID SETVAL);

my $id = semget(IPC_PRIVATE, 1, 0600) // die "semget: $!";

my $child = fork // die "fork: $!";
if ($child == 0) {
    semop($id, pack 's!3', 0, -1, 0) or die "semop: $!";
    exit;
}

# Wait until the child sleeps in semop, then let it go.
select undef, undef, undef, 0.01 until semctl($id, 0, GETNCNT, 0) == 1;
print "one process waits\n";
semctl($id, 0, SETVAL, 1) or die "semctl: $!";
waitpid $child, 0;
print "it was the last to use the semaphore\n" if semctl($id, 0, GETPID, 0) == $child;

semctl($id, 0, IPC_RMID, 0) or die "semctl: $!";
