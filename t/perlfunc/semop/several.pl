use strict;
use warnings;
use IPC::SysV qw(GETALL IPC_NOWAIT IPC_PRIVATE IPC_RMID SETALL);

my $id = semget(IPC_PRIVATE, 3, 0600) // die "semget: $!";
semctl($id, 0, SETALL, pack 's!3', 2, 1, 0) or die "semctl: $!";

sub values_now {
    semctl($id, 0, GETALL, my $data) or die "semctl: $!";
    return join ' ', unpack 's!*', $data;
}

# Take one of each of the first two, or none at all.
my $both = pack 's!*', 0, -1, IPC_NOWAIT, 1, -1, IPC_NOWAIT;
print semop($id, $both) ? 'taken' : "not taken: $!", ': ', values_now(), "\n";
print semop($id, $both) ? 'taken' : "not taken: $!", ': ', values_now(), "\n";

# A string that is no whole number of triples is refused without asking the system.
print semop($id, 'abc') ? 'done' : "refused: $!", "\n";

semctl($id, 0, IPC_RMID, 0) or die "semctl: $!";
