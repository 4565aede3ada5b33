use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID IPC_STAT);

my $id = shmget(IPC_PRIVATE, 100, 0600) // die "shmget: $!";

# 0 from the system is a true value that is also a silent 0.
my $result = shmctl($id, IPC_STAT, my $data);
print "text: $result, number: ", $result + 0, "\n";

shmctl($id, IPC_RMID, 0) or die "shmctl: $!";

$result = shmctl($id, IPC_STAT, $data);
print defined $result ? "defined\n" : "undef: $!\n";
