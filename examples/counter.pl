#!/usr/bin/env perl
# A counter in shared memory that four processes increase, guarded by a semaphore.
use strict;
use warnings;
use IPC::Semaphore;
use IPC::SharedMem;
use IPC::SysV qw(IPC_PRIVATE SEM_UNDO);

my ($processes, $times) = (4, 250);

my $counter = IPC::SharedMem->new(IPC_PRIVATE, 8, 0600) or die "IPC::SharedMem: $!";
my $lock = IPC::Semaphore->new(IPC_PRIVATE, 1, 0600) or die "IPC::Semaphore: $!";
$lock->setval(0, 1);
$counter->attach or die "attach: $!";
$counter->write(pack('Q', 0), 0, 8);

sub locked(&) {
    my ($code) = @_;
    $lock->op(0, -1, SEM_UNDO) or die "op: $!";
    $code->();
    $lock->op(0, 1, SEM_UNDO) or die "op: $!";
}

for (1 .. $processes) {
    my $pid = fork // die "fork: $!";
    next if $pid;
    for (1 .. $times) {
        locked { $counter->write(pack('Q', 1 + unpack 'Q', $counter->read(0, 8)), 0, 8) };
    }
    exit;
}
1 while wait != -1;

print 'counted ', unpack('Q', $counter->read(0, 8)), ' of ', $processes * $times, "\n";
$counter->detach;
$counter->remove;
$lock->remove;
