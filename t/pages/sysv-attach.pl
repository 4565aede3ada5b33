use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID SHM_RDONLY memread memwrite shmat shmdt);

my $id = shmget(IPC_PRIVATE, 64, 0600) // die "shmget: $!";
my $address = shmat($id, undef, 0) // die "shmat: $!";

# From now on reading and writing needs no system call.
memwrite($address, 'Hello, world', 0, 16);
memread($address, my $word, 7, 5);
print "$word\n";

# The segment can be removed now: it lives until the last detach, and nobody can forget to remove it.
shmctl($id, IPC_RMID, 0) or die "shmctl: $!";

# A second attachment of the same segment, for reading only.
my $second = shmat($id, undef, SHM_RDONLY) // die "shmat: $!";
memread($second, my $text, 0, 16);
print unpack('Z*', $text), "\n";

# 0 is success: ask with defined.
for ($second, $address) {
    my $result = shmdt($_);
    print defined $result ? "detached: $result\n" : "shmdt: $!\n";
}
my $again = shmdt($address);
print defined $again ? 'detached' : "undef: $!", "\n";
