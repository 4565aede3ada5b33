#!/usr/bin/env perl
# Three workers share a queue of jobs; each job is done once, and the results come back on the same queue.
use strict;
use warnings;
use IPC::Msg;
use IPC::SysV qw(IPC_PRIVATE);

use constant { JOB => 1, RESULT => 2, STOP => 0 };

my $queue = IPC::Msg->new(IPC_PRIVATE, 0600) or die "IPC::Msg: $!";

sub work {
    while (1) {
        $queue->rcv(my $job, 100, JOB) or die "rcv: $!";
        my $number = unpack 'L', $job;
        return if $number == STOP;
        $queue->snd(RESULT, pack 'L2', $number, $number**2) or die "snd: $!";
    }
}

my @workers;
for (1 .. 3) {
    my $pid = fork // die "fork: $!";
    if ($pid == 0) { work(); exit }
    push @workers, $pid;
}

$queue->snd(JOB, pack 'L', $_) for 1 .. 12;
my %square;
for (1 .. 12) {
    $queue->rcv(my $result, 100, RESULT) or die "rcv: $!";
    my ($number, $square) = unpack 'L2', $result;
    $square{$number} = $square;
}
$queue->snd(JOB, pack 'L', STOP) for @workers;
waitpid $_, 0 for @workers;
$queue->remove;

print "$_ squared is $square{$_}\n" for sort { $a <=> $b } keys %square;
