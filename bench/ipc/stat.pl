# What does an IPC_STAT cost?
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE IPC_RMID IPC_STAT);

my $id = shmget(IPC_PRIVATE, 64, 0600 | IPC_CREAT) // die "shmget: $!";
END { shmctl($id, IPC_RMID, 0) if defined $id }

my $data = '';
measure { for my $n (1 .. $_[0]) { shmctl($id, IPC_STAT, $data) or die $! } };
