use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID);

my $id = shmget(IPC_PRIVATE, 12, 0600) // die "shmget: $!";

sub show {
    shmread($id, my $bytes, 0, 12) or die "shmread: $!";
    print $bytes =~ s/\0/./gr, "\n";
}

shmwrite($id, 'abcdefghijkl', 0, 12) or die "shmwrite: $!";
show();

# A shorter string is filled with NULs up to SIZE, and only there.
shmwrite($id, 'XY', 2, 5) or die "shmwrite: $!";
show();

# A longer one is cut.
shmwrite($id, 'longer than that', 9, 3) or die "shmwrite: $!";
show();

shmctl($id, IPC_RMID, 0) or die "shmctl: $!";
