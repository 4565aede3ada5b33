# Does reading a part cost more in a segment of SIZE bytes?
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE IPC_RMID);

my $size = shift;
my $id = shmget(IPC_PRIVATE, $size, 0600 | IPC_CREAT) // die "shmget: $!";
END { shmctl($id, IPC_RMID, 0) if defined $id }

my $data = '';
measure { for my $n (1 .. $_[0]) { shmread($id, $data, 0, 64) or die $! } };
