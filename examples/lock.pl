#!/usr/bin/env perl
# A lock that survives the death of its holder: SEM_UNDO makes the kernel take back what a process did to a semaphore when
# the process ends, also by kill -9. What it did to the data stays, so the next holder looks whether it is consistent.
use strict;
use warnings;
use IPC::SysV qw(GETPID GETVAL IPC_PRIVATE IPC_RMID SEM_UNDO SETVAL);

$| = 1;
my $parent  = $$;
my $lock    = semget(IPC_PRIVATE, 1, 0600)    // die "semget: $!";
my $account = shmget(IPC_PRIVATE, 12, 0600) // die "shmget: $!";

END {
    if (defined $parent && $$ == $parent) {
        semctl($lock, 0, IPC_RMID, 0) if defined $lock;
        shmctl($account, IPC_RMID, 0) if defined $account;
    }
}

semctl($lock, 0, SETVAL, 1) or die "semctl: $!";

sub lock   { semop($lock, pack 's!3', 0, -1, SEM_UNDO) or die "semop: $!" }
sub unlock { semop($lock, pack 's!3', 0, 1,  SEM_UNDO) or die "semop: $!" }

# Two balances whose sum is always 100, and a flag that says that somebody is in the middle.
sub load {
    shmread($account, my $data, 0, 12) or die "shmread: $!";
    return unpack 'L3', $data;
}
sub store { shmwrite($account, pack('L3', @_), 0, 12) or die "shmwrite: $!" }

store(60, 40, 0);

pipe my $ready, my $tell or die "pipe: $!";
my $victim = fork // die "fork: $!";
if ($victim == 0) {
    lock();
    my ($one, $two) = load();
    store($one - 10, $two, 1);    # the other half never happens
    syswrite $tell, '.';
    sleep 60;
    exit;
}

sysread $ready, my $dot, 1;
print 'locked by the victim: ', semctl($lock, 0, GETVAL, 0) + 0, "\n";
kill KILL => $victim;
waitpid $victim, 0;
print 'killed by signal ', $? & 127, "\n";
print 'open again: ', semctl($lock, 0, GETVAL, 0), "\n";

lock();
my ($one, $two, $unfinished) = load();
print "found: $one + $two", $unfinished ? ', unfinished' : '', "\n";
store($one = 100 - $two, $two, 0) if $unfinished;
print "mended: $one + $two\n";
print "the lock was last touched by this process\n" if semctl($lock, 0, GETPID, 0) == $$;
unlock();
