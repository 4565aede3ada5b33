use strict;
use warnings;
use IPC::SharedMem;
use IPC::SysV qw(IPC_PRIVATE);

my $shm = IPC::SharedMem->new(IPC_PRIVATE, 100, 0600) // die "IPC::SharedMem: $!";

# Not attached: each call goes to the system, and checks the range.
$shm->write('hello', 0, 5) or die "write: $!";
print $shm->read(0, 5) // die("read: $!"), "\n";
print 'beyond the end: ', defined $shm->read(99, 2) ? 'read' : $!, "\n";

# Attached: no system call, and it stays so in children.
$shm->attach or die "attach: $!";
print 'attached ', $shm->stat->nattch, " time\n";
my $child = fork // die "fork: $!";
if ($child == 0) {
    $shm->write('from the child', 0, 14);
    exit;
}
waitpid $child, 0;
print $shm->read(0, 14), "\n";

# Removed, but alive until the detach.
print 'remove: ', $shm->remove, "\n";
print 'removed: ', $shm->is_removed, ', still readable: ', $shm->read(0, 4), "\n";
$shm->detach or die "detach: $!";
print 'after the detach: ', defined $shm->read(0, 4) ? 'read' : $!, "\n";
print "a second remove: undef\n" if !defined $shm->remove;
