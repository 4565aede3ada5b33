use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID memread memwrite shmat shmdt);

my $id = shmget(IPC_PRIVATE, 16, 0600) // die "shmget: $!";
my $address = shmat($id, undef, 0) // die "shmat: $!";

# The same character, stored in two ways: shmwrite writes one byte for both, memwrite what is stored.
my $plain = "\xe9";
utf8::upgrade(my $flagged = $plain);
print "equal\n" if $plain eq $flagged;

shmwrite($id, $flagged, 0, 4) or die "shmwrite: $!";
memread($address, my $data, 0, 4);
print 'shmwrite: ', unpack('H*', $data), "\n";

utf8::upgrade($flagged);    # shmwrite has downgraded it
memwrite($address, $flagged, 0, 4);
memread($address, $data, 0, 4);
print 'memwrite: ', unpack('H*', $data), "\n";

# Encode text before writing, and both write the same.
utf8::encode(my $encoded = $flagged);
memwrite($address, $encoded, 0, 4);
memread($address, $data, 0, 4);
print 'encoded:  ', unpack('H*', $data), "\n";

shmdt($address) // die "shmdt: $!";
shmctl($id, IPC_RMID, 0) or die "shmctl: $!";
