use strict;
use warnings;
use IPC::SysV qw(IPC_CREAT IPC_RMID);

my $key = 0x12340000 + $$ % 0x10000;

# Whoever comes first creates the segment, the others find it.
my $first  = shmget($key, 8192, IPC_CREAT | 0600) // die "shmget: $!";
my $second = shmget($key, 8192, IPC_CREAT | 0600) // die "shmget: $!";
print $first == $second ? "the same segment\n" : "two segments\n";

# To look up and never create: no IPC_CREAT. A size of 0 fits every segment.
my $found = shmget($key, 0, 0);
print defined $found ? "found\n" : "not found: $!\n";

# Asking for more than there is fails.
my $larger = shmget($key, 8193, 0);
print defined $larger ? "found\n" : "too large: $!\n";

shmctl($first, IPC_RMID, 0) or die "shmctl: $!";
$found = shmget($key, 0, 0);
print defined $found ? "found\n" : "after removal: $!\n";
