use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID);

my $id = shmget(IPC_PRIVATE, 20, 0600) // die "shmget: $!";
shmwrite($id, 'Hello, world', 0, 20) or die "shmwrite: $!";

shmread($id, my $word, 7, 5) or die "shmread: $!";
print "$word\n";

# The variable has exactly SIZE bytes, with the NULs behind the text.
shmread($id, my $all, 0, 20) or die "shmread: $!";
print length $all, " bytes\n";
$all =~ s/\0+\z//;
print length $all, " without the NULs\n";

shmctl($id, IPC_RMID, 0) or die "shmctl: $!";
