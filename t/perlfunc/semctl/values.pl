use strict;
use warnings;
use IPC::SysV qw(GETALL GETVAL IPC_PRIVATE IPC_RMID SETALL SETVAL);

my $id = semget(IPC_PRIVATE, 4, 0600) // die "semget: $!";

semctl($id, 0, SETALL, pack 's!*', 10, 20, 30, 0) or die "semctl: $!";
semctl($id, 1, SETVAL, 21) or die "semctl: $!";

semctl($id, 0, GETALL, my $values) or die "semctl: $!";
print join(' ', unpack 's!*', $values), "\n";

print 'semaphore 1: ', semctl($id, 1, GETVAL, 0), "\n";

# A value of 0 comes as a true 0.
my $value = semctl($id, 3, GETVAL, 0) or die "semctl: $!";
print "semaphore 3: $value, that is ", $value + 0, "\n";

defined semctl($id, 9, GETVAL, 0) or print "semaphore 9: $!\n";
defined semctl($id, 0, SETVAL, 32768) or print "32768: $!\n";

semctl($id, 0, IPC_RMID, 0) or die "semctl: $!";
