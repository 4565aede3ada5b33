#!/usr/bin/env perl
# Three workers share a queue of jobs. The type of a message is its priority: asking for type -LOWEST takes the message of
# the lowest type first. Answers come back on a queue of their own.
use strict;
use warnings;
use IPC::Msg;
use IPC::SysV qw(IPC_PRIVATE);

use constant { URGENT => 1, NORMAL => 5, WHENEVER => 9, STOP => 10 };

my $jobs    = IPC::Msg->new(IPC_PRIVATE, 0600) or die "IPC::Msg: $!";
my $answers = IPC::Msg->new(IPC_PRIVATE, 0600) or die "IPC::Msg: $!";

# All jobs lie there before anybody works, so the order of taking is that of the priorities.
my @squares = ([ NORMAL, 4 ], [ WHENEVER, 7 ], [ URGENT, 1 ], [ NORMAL, 5 ], [ URGENT, 2 ], [ NORMAL, 6 ], [ URGENT, 3 ]);
$jobs->snd($_->[0], pack 'L', $_->[1]) or die "snd: $!" for @squares;
$jobs->snd(STOP, '') or die "snd: $!" for 1 .. 3;

sub work {
    while (1) {
        my $priority = $jobs->rcv(my $job, 100, -STOP) or die "rcv: $!";
        return if $priority == STOP;
        my $number = unpack 'L', $job;
        $answers->snd($priority, pack 'L2', $number, $number**2) or die "snd: $!";
    }
}

# What one worker alone would do: look at the order once, then put everything back.
my @order;
for (@squares) {
    my $priority = $jobs->rcv(my $job, 100, -WHENEVER) or die "rcv: $!";
    push @order, [ $priority, $job ];
}
print 'order of work: ', join(' ', map { unpack 'L', $_->[1] } @order), "\n";
$jobs->snd(@$_) or die "snd: $!" for @order;

my @workers;
for (1 .. 3) {
    my $pid = fork // die "fork: $!";
    if ($pid == 0) { work(); exit }
    push @workers, $pid;
}

my %square;
for (@squares) {
    $answers->rcv(my $answer, 100) or die "rcv: $!";
    my ($number, $square) = unpack 'L2', $answer;
    $square{$number} = $square;
}
waitpid $_, 0 for @workers;
$jobs->remove;
$answers->remove;

print "$_ squared is $square{$_}\n" for sort { $a <=> $b } keys %square;
