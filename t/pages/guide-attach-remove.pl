use strict;
use warnings;
use IPC::SharedMem;
use IPC::SysV qw(IPC_PRIVATE);

# Attach, remove at once, then fork: whoever is attached goes on using it, and when the last one has gone, however it
# went, the system destroys the segment. Nothing can leak.
my $shm = IPC::SharedMem->new(IPC_PRIVATE, 100, 0600) // die "IPC::SharedMem: $!";
$shm->attach or die "attach: $!";
$shm->remove or die "remove: $!";

my $child = fork // die "fork: $!";
if ($child == 0) {
    $shm->write('written after the removal', 0, 100);
    kill KILL => $$;
}
waitpid $child, 0;
print $shm->read(0, 25), "\n";
