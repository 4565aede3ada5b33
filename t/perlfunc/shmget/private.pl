use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID S_IRUSR S_IWUSR);

# A segment without a key: only this process and the children it forks know the id.
my $id = shmget(IPC_PRIVATE, 4096, S_IRUSR | S_IWUSR);
defined $id or die "shmget: $!";

my $child = fork // die "fork: $!";
if ($child == 0) {
    shmwrite($id, "written by the child", 0, 4096) or die "shmwrite: $!";
    exit;
}
waitpid $child, 0;

shmread($id, my $text, 0, 20) or die "shmread: $!";
print "$text\n";

shmctl($id, IPC_RMID, 0) or die "shmctl: $!";
