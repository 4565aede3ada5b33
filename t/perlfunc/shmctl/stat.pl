use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID IPC_STAT);

my $id = shmget(IPC_PRIVATE, 5000, 0640) // die "shmget: $!";
shmwrite($id, 'x', 0, 1) or die "shmwrite: $!";

shmctl($id, IPC_STAT, my $data) or die "shmctl: $!";

# struct shmid_ds of Linux with 64 bits
my %field;
@field{qw(key uid gid cuid cgid mode segsz atime dtime ctime cpid lpid nattch)} = unpack 'l L5 x24 Q q3 l2 Q', $data;

printf "%d bytes, mode %04o, attached %d times\n", @field{qw(segsz mode nattch)};
print "owned by its creator\n" if $field{uid} == $field{cuid};
print "last used by this process\n" if $field{lpid} == $$;

shmctl($id, IPC_RMID, 0) or die "shmctl: $!";
