use strict;
use warnings;
use IPC::SysV qw(GETVAL IPC_PRIVATE IPC_RMID SEM_UNDO SETVAL);

my $id = semget(IPC_PRIVATE, 1, 0600) // die "semget: $!";
semctl($id, 0, SETVAL, 1) or die "semctl: $!";

my $child = fork // die "fork: $!";
if ($child == 0) {
    semop($id, pack 's!3', 0, -1, SEM_UNDO) or die "semop: $!";
    print 'taken: ', semctl($id, 0, GETVAL, 0) + 0, "\n";
    exit;    # without giving it back
}
waitpid $child, 0;
print 'after the child: ', semctl($id, 0, GETVAL, 0) + 0, "\n";

semctl($id, 0, IPC_RMID, 0) or die "semctl: $!";
