use strict;
use warnings;
use IPC::SysV qw(GETALL IPC_CREAT IPC_EXCL IPC_RMID);

my $key = 0x12370000 + $$ % 0x10000;

my $id = semget($key, 3, IPC_CREAT | IPC_EXCL | 0600) // die "semget: $!";

# On Linux new semaphores are 0.
semctl($id, 0, GETALL, my $values) or die "semctl: $!";
print join(' ', unpack 's!*', $values), "\n";

# Another program finds the set by its key; 0 fits every number of semaphores.
my $same = semget($key, 0, 0) // die "semget: $!";
print "found\n" if $same == $id;

defined semget($key, 4, 0) or print "four semaphores: $!\n";

semctl($id, 0, IPC_RMID, 0) or die "semctl: $!";
