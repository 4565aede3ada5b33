use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID IPC_STAT SHM_DEST shmat shmdt);

my $id = shmget(IPC_PRIVATE, 100, 0600) // die "shmget: $!";
my $address = shmat($id, undef, 0) // die "shmat: $!";

# Attached: only marked. Everything that goes by the id still works.
print 'removed: ', shmctl($id, IPC_RMID, 0), "\n";
shmctl($id, IPC_STAT, my $data) or die "shmctl: $!";
print "marked for removal\n" if unpack('x20 L', $data) & SHM_DEST;
shmwrite($id, 'still here', 0, 10) or die "shmwrite: $!";

# The last detach destroys it.
shmdt($address) // die "shmdt: $!";
shmctl($id, IPC_STAT, $data) or print "gone: $!\n";
