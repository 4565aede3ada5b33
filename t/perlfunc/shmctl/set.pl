use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID IPC_SET IPC_STAT);

my $id = shmget(IPC_PRIVATE, 100, 0600) // die "shmget: $!";

sub mode {
    shmctl($id, IPC_STAT, my $data) or die "shmctl: $!";
    return sprintf '%04o', unpack 'x20 L', $data;
}

print 'before: ', mode(), "\n";

# Read the structure, change it, give it back: only owner, group and permissions are taken from it.
shmctl($id, IPC_STAT, my $data) or die "shmctl: $!";
substr($data, 20, 4) = pack 'L', 0644;
shmctl($id, IPC_SET, $data) or die "shmctl: $!";
print 'after: ', mode(), "\n";

# Anything that has not the length of the structure is an exception.
eval { shmctl($id, IPC_SET, 'abc') };
print $@ =~ s/ at .*//sr, "\n";

shmctl($id, IPC_RMID, 0) or die "shmctl: $!";
