#!/usr/bin/perl
# A ring of records in an attached segment; two semaphores count free and filled places.
use strict;
use warnings;
use IPC::SharedMem;
use IPC::Semaphore;
use IPC::SysV qw(IPC_PRIVATE S_IRUSR S_IWUSR SEM_UNDO ftok);

use constant PLACES => 4;
use constant RECORD => 'N n/a*';
use constant WIDTH => 64;
use constant { FREE => 0, FILLED => 1 };

my $ring = IPC::SharedMem->new(IPC_PRIVATE, PLACES * WIDTH, S_IRUSR | S_IWUSR) or die "segment: $!";
my $places = IPC::Semaphore->new(IPC_PRIVATE, 2, S_IRUSR | S_IWUSR) or die "semaphores: $!";
END { if (defined $ring and defined $main::parent and $main::parent == $$) { $ring->detach; $ring->remove; $places->remove } }
our $parent = $$;

$ring->attach or die "attach: $!";
$places->setall(PLACES, 0);

sub put {
    my ($n, $text) = @_;
    $places->op(FREE, -1, 0) or die "op: $!";
    $ring->write(pack(RECORD, $n, $text), ($n % PLACES) * WIDTH, WIDTH);
    $places->op(FILLED, 1, 0) or die "op: $!";
}

sub get {
    my ($n) = @_;
    $places->op(FILLED, -1, 0) or die "op: $!";
    my ($number, $text) = unpack RECORD, $ring->read(($n % PLACES) * WIDTH, WIDTH);
    $places->op(FREE, 1, 0) or die "op: $!";
    die "record $number where $n should be" unless $number == $n;
    return $text;
}

defined(my $producer = fork) or die "fork: $!";
unless ($producer) {
    put($_, 'record ' . 'x' x $_) for 0 .. 24;
    POSIX::_exit(0) if require POSIX;
}

my @lengths;
push @lengths, length get($_) for 0 .. 24;
waitpid $producer, 0;
print "@lengths\n";
print 'values: ', join(',', $places->getall), "\n";
printf "%s bytes, attached %d\n", $ring->stat->segsz, $ring->stat->nattch;
print defined ftok($0, 1) ? "key\n" : "no key\n";
