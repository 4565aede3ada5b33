# And with IPC::SysV?
use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_RMID);
my $id = shmget(IPC_PRIVATE, 100, 0600 | IPC_CREAT) // die;
shmctl($id, IPC_RMID, 0);
