# What do the methods of the objects cost: SharedMem read and write, Semaphore getval and op?
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;
use IPC::Semaphore;
use IPC::SharedMem;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE);

my $shm = IPC::SharedMem->new(IPC_PRIVATE, 64, 0600 | IPC_CREAT) or die $!;
my $sem = IPC::Semaphore->new(IPC_PRIVATE, 1, 0600 | IPC_CREAT) or die $!;
END { $shm->remove if $shm; $sem->remove if $sem }
$shm->attach;
measure {
    for my $n (1 .. $_[0]) {
        $shm->write("number $n", 0, 64);
        $shm->read(0, 64);
        $sem->op(0, 1, 0);
        $sem->getval(0) == 1 or die;
        $sem->op(0, -1, 0);
    }
};
