# Does a shmread cost more when a program goes through COUNT segments in turn?
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE IPC_RMID);

my $count = shift;
my @ids = map { shmget(IPC_PRIVATE, 64, 0600 | IPC_CREAT) // die "shmget: $!" } 1 .. $count;
END { shmctl($_, IPC_RMID, 0) for @ids }

my $data = '';
measure { for my $n (1 .. $_[0]) { shmread($ids[$n % $count], $data, 0, 64) or die $! } };
