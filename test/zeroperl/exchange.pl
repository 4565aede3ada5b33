# Two processes exchange data over one segment, one semaphore set and one queue: every byte value in every round.
#   exchange.pl ask|answer SHMID SEMID MSQID ROUNDS
use strict;
use warnings;
use IPC::SysV qw(IPC_NOWAIT);

my ($role, $shm, $sem, $msg, $rounds) = @ARGV;
my $every = join '', map chr, 0 .. 255;

sub rotated { my ($n) = @_; $n %= 256; return substr($every, $n) . substr($every, 0, $n) }
sub take { my ($semaphore) = @_; semop($sem, pack 's!3', $semaphore, -1, 0) or die "semop: $!" }
sub give { my ($semaphore) = @_; semop($sem, pack 's!3', $semaphore, 1, 0) or die "semop: $!" }

my $bad = 0;
for my $round (1 .. $rounds) {
    if ($role eq 'ask') {
        shmwrite($shm, rotated($round), 0, 256) or die "shmwrite: $!";
        give(0);
        take(1);
        shmread($shm, my $back, 256, 256) or die "shmread: $!";
        $bad++ if $back ne scalar reverse rotated($round);
        msgsnd($msg, pack('l! a*', 1, rotated($round + 7)), 0) or die "msgsnd: $!";
        msgrcv($msg, my $reply, 300, 2, 0) or die "msgrcv: $!";
        my ($type, $text) = unpack 'l! a*', $reply;
        $bad++ if $type != 2 || $text ne scalar reverse rotated($round + 7);
    }
    else {
        take(0);
        shmread($shm, my $data, 0, 256) or die "shmread: $!";
        $bad++ if $data ne rotated($round);
        shmwrite($shm, scalar reverse($data), 256, 256) or die "shmwrite: $!";
        give(1);
        msgrcv($msg, my $request, 300, 1, 0) or die "msgrcv: $!";
        my ($type, $text) = unpack 'l! a*', $request;
        $bad++ if $type != 1 || $text ne rotated($round + 7);
        msgsnd($msg, pack('l! a*', 2, scalar reverse $text), 0) or die "msgsnd: $!";
    }
}
print "$role: $rounds rounds, $bad bad\n";
