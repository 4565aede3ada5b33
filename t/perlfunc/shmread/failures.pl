use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID);

my $id = shmget(IPC_PRIVATE, 100, 0600) // die "shmget: $!";

# Outside the segment: 0, EFAULT, and the variable keeps its value.
my $text = 'unchanged';
print shmread($id, $text, 90, 11), ": $!\n";
print "$text\n";

# A missing element of a hash is no variable yet.
my %page;
eval { shmread($id, $page{first}, 0, 10) };
print $@ =~ s/ at .*//sr, "\n";

# One that exists, even if undefined, is.
$page{first} = undef;
shmread($id, $page{first}, 0, 10) or die "shmread: $!";
print length $page{first}, " bytes\n";

# Not a segment at all.
print shmread(-1, $text, 0, 1), ": $!\n";

shmctl($id, IPC_RMID, 0) or die "shmctl: $!";
