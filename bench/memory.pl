# Does memory grow? The pages of the process after some and after many calls of every kind.
use strict;
use warnings;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE IPC_RMID IPC_STAT);

my $rounds = shift || 100_000;
my $shm = shmget(IPC_PRIVATE, 65536, 0600 | IPC_CREAT) // die "shmget: $!";
my $sem = semget(IPC_PRIVATE, 1, 0600 | IPC_CREAT) // die "semget: $!";
my $queue = msgget(IPC_PRIVATE, 0600 | IPC_CREAT) // die "msgget: $!";
END { shmctl($shm, IPC_RMID, 0); semctl($sem, 0, IPC_RMID, 0); msgctl($queue, IPC_RMID, 0) }

my ($up, $down, $message) = (pack('s!3', 0, 1, 0), pack('s!3', 0, -1, 0), pack('l! a*', 1, 'text'));
my ($short, $long, $status, $got) = ('') x 4;

sub calls {
    for (1 .. $_[0]) {
        shmread($shm, $short, 0, 64) or die;
        shmread($shm, $long, 0, 65536) or die;
        shmwrite($shm, $short, 0, 64) or die;
        shmwrite($shm, $long, 0, 65536) or die;
        semop($sem, $up) && semop($sem, $down) or die;
        msgsnd($queue, $message, 0) && msgrcv($queue, $got, 64, 0, 0) or die;
        shmctl($shm, IPC_STAT, $status) or die;
        defined shmget(0x7e570001, 0, 0) and die;
    }
}

sub kilobytes { open my $in, '<', '/proc/self/statm' or die; return (split ' ', <$in>)[1] * 4 }

calls($rounds / 10);
my $before = kilobytes();
calls($rounds);
printf "%d calls: %+d KiB of %d\n", $rounds * 10, kilobytes() - $before, $before;
