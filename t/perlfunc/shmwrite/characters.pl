use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID);

my $id = shmget(IPC_PRIVATE, 100, 0600) // die "shmget: $!";
my $text = "smile: \x{263a}";

# A segment holds bytes: characters above 255 have none.
eval { shmwrite($id, $text, 0, 100) };
print $@ =~ s/ at .*//sr, "\n";

# So encode before writing, and decode after reading.
utf8::encode(my $bytes = $text);
shmwrite($id, pack('L/a*', $bytes), 0, 100) or die "shmwrite: $!";

shmread($id, my $data, 0, 100) or die "shmread: $!";
utf8::decode(my $back = unpack 'L/a*', $data);
print $back eq $text ? "the same text\n" : "another text\n";

shmctl($id, IPC_RMID, 0) or die "shmctl: $!";
