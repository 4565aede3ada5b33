#!/usr/bin/env perl
# A ring of records in an attached segment, filled by two producers and emptied by one consumer. Semaphores count free and
# filled places, a third one is the lock of the producers. The place to write next lies in the segment, in front of the ring.
use strict;
use warnings;
use IPC::Semaphore;
use IPC::SharedMem;
use IPC::SysV qw(IPC_PRIVATE SEM_UNDO);

use constant { PLACES => 4, WIDTH => 32, HEADER => 4 };
use constant { FREE => 0, FILLED => 1, LOCK => 2 };

my $ring = IPC::SharedMem->new(IPC_PRIVATE, HEADER + PLACES * WIDTH, 0600) or die "IPC::SharedMem: $!";
my $sem  = IPC::Semaphore->new(IPC_PRIVATE, 3, 0600) or die "IPC::Semaphore: $!";
$sem->setall(PLACES, 0, 1) or die "setall: $!";

# Attached before the fork: the children inherit the attachment.
$ring->attach or die "attach: $!";

sub place { return HEADER + ($_[0] % PLACES) * WIDTH }

sub put {
    my ($record) = @_;
    # Both at once, or neither: nobody holds the lock while waiting for a place.
    $sem->op(FREE, -1, 0, LOCK, -1, SEM_UNDO) or die "op: $!";
    my $next = unpack 'L', $ring->read(0, HEADER);
    $ring->write(pack('S/a*', $record), place($next), WIDTH);
    $ring->write(pack('L', $next + 1), 0, HEADER);
    $sem->op(LOCK, 1, SEM_UNDO, FILLED, 1, 0) or die "op: $!";
}

sub get {
    my ($number) = @_;
    $sem->op(FILLED, -1, 0) or die "op: $!";
    my $record = unpack 'S/a*', $ring->read(place($number), WIDTH);
    $sem->op(FREE, 1, 0) or die "op: $!";
    return $record;
}

my @producers;
for my $name (qw(left right)) {
    my $pid = fork // die "fork: $!";
    if ($pid == 0) {
        put("$name $_") for 1 .. 10;
        exit;
    }
    push @producers, $pid;
}

my %records;
for my $number (0 .. 19) {
    my ($name, $n) = split ' ', get($number);
    push @{ $records{$name} }, $n;
}
waitpid $_, 0 for @producers;

# The producers mix in any way, but each one's records stay in order.
print "$_: @{ $records{$_} }\n" for sort keys %records;
print 'written: ', unpack('L', $ring->read(0, HEADER)), ', semaphores: ', join(' ', $sem->getall), "\n";

$ring->detach;
$ring->remove;
$sem->remove;
