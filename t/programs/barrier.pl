#!/usr/bin/perl
# Processes that wait for each other: nobody starts a round before all have finished the one before.
use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID);

my ($processes, $rounds) = (4, 5);
my $sem = semget(IPC_PRIVATE, 1, 0600) // die "semget: $!";
my $shm = shmget(IPC_PRIVATE, 4 * $processes, 0600) // die "shmget: $!";

# The semaphore counts arrivals. Taking and giving back what a whole round adds, at once, waits for the others.
sub arrive {
    my ($round) = @_;
    my $all = $processes * $round;
    semop($sem, pack 's!3', 0, 1, 0) or die "semop: $!";
    semop($sem, pack 's!6', 0, -$all, 0, 0, $all, 0) or die "semop: $!";
}

for my $me (0 .. $processes - 1) {
    my $pid = fork // die "fork: $!";
    next if $pid;
    my $seen = 0;
    for my $round (1 .. $rounds) {
        shmwrite($shm, pack('l', $round), 4 * $me, 4) or die "shmwrite: $!";
        arrive($round);
        shmread($shm, my $data, 0, 4 * $processes) or die "shmread: $!";
        $seen++ if $processes == grep { $_ >= $round } unpack 'l*', $data;
    }
    exit($seen == $rounds ? 0 : 1);
}
my $bad = 0;
while (wait != -1) { $bad++ if $? }
print $bad ? "$bad processes started early\n" : "all in step\n";
semctl($sem, 0, IPC_RMID, 0) or die "semctl: $!";
shmctl($shm, IPC_RMID, 0) or die "shmctl: $!";
