# What does it cost to lock with a semaphore, read, write, and unlock?
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE IPC_RMID);

my $id = shmget(IPC_PRIVATE, 64, 0600 | IPC_CREAT) // die "shmget: $!";
my $sem = semget(IPC_PRIVATE, 1, 0600 | IPC_CREAT) // die "semget: $!";
END { shmctl($id, IPC_RMID, 0) if defined $id; semctl($sem, 0, IPC_RMID, 0) if defined $sem }

my ($lock, $unlock) = (pack('s!3', 0, -1, 0), pack('s!3', 0, 1, 0));
my $data = '';
semop($sem, $unlock);
measure {
    for my $n (1 .. $_[0]) {
        semop($sem, $lock) or die $!;
        shmread($id, $data, 0, 64) or die $!;
        shmwrite($id, $n, 0, 64) or die $!;
        semop($sem, $unlock) or die $!;
    }
};
