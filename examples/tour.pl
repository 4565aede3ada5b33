#!/usr/bin/env perl
# A tour of System V IPC: a segment, a semaphore set and a queue, from creation to removal, with a second process
# on the other side. Runs under any Perl: perl examples/tour.pl, or bin/perl-sysv examples/tour.pl.
use strict;
use warnings;
use IPC::Semaphore;
use IPC::SharedMem;
use IPC::SysV qw(GETVAL IPC_CREAT IPC_EXCL IPC_NOWAIT IPC_PRIVATE IPC_RMID IPC_STAT S_IRUSR S_IWUSR SEM_UNDO ftok);

$| = 1;
my $parent = $$;
my ($segment, $semaphores, $queue);

END {
    if ($$ == $parent) {
        shmctl($segment, IPC_RMID, 0) if defined $segment;
        semctl($semaphores, 0, IPC_RMID, 0) if defined $semaphores;
        msgctl($queue, IPC_RMID, 0) if defined $queue;
    }
}

# --- Creating -----------------------------------------------------------------------------------------------------

my $mode = S_IRUSR | S_IWUSR;
$segment    = shmget(IPC_PRIVATE, 1000, $mode) // die "shmget: $!";
$semaphores = semget(IPC_PRIVATE, 2, $mode)    // die "semget: $!";
$queue      = msgget(IPC_PRIVATE, $mode)       // die "msgget: $!";
print "created a segment, a set of semaphores and a queue\n";

# --- A second process -------------------------------------------------------------------------------------------------

my ($FILLED, $DONE) = (0, 1);    # semaphores
sub give { my ($n) = @_; semop($semaphores, pack 's!3', $n, 1, 0) or die "semop: $!" }
sub take { my ($n) = @_; semop($semaphores, pack 's!3', $n, -1, 0) or die "semop: $!" }

my $child = fork // die "fork: $!";
if ($child == 0) {
    take($FILLED);
    shmread($segment, my $text, 0, 100) or die "shmread: $!";
    $text =~ s/\0+\z//;
    shmwrite($segment, scalar reverse($text), 100, 100) or die "shmwrite: $!";
    msgsnd($queue, pack('l! a*', length $text, "reversed for you"), 0) or die "msgsnd: $!";
    give($DONE);
    exit;
}

shmwrite($segment, 'able was I', 0, 100) or die "shmwrite: $!";
give($FILLED);
take($DONE);
shmread($segment, my $answer, 100, 10) or die "shmread: $!";
msgrcv($queue, my $message, 100, 0, 0) or die "msgrcv: $!";
my ($length, $note) = unpack 'l! a*', $message;
waitpid $child, 0;
print "the child answers: $answer ($note, $length characters)\n";

# --- Looking at the records ---------------------------------------------------------------------------------------------

shmctl($segment, IPC_STAT, my $record) or die "shmctl: $!";
my ($perm, $size, $attached) = unpack 'x20 L x24 Q x32 Q', $record;
printf "segment: %d bytes, mode %04o, attached %d times\n", $size, $perm, $attached;

msgsnd($queue, pack('l! a*', $_, "message $_"), 0) or die "msgsnd: $!" for 3, 1, 2;
msgctl($queue, IPC_STAT, $record) or die "msgctl: $!";
my ($bytes, $count) = unpack 'x72 Q2', $record;
print "queue: $count messages, $bytes bytes\n";
while (msgrcv($queue, $message, 100, -9, IPC_NOWAIT)) {
    print '  lowest type first: ', join(' => ', unpack 'l! a*', $message), "\n";
}
print "  then: $!\n";

print 'semaphores: ', join(' ', map { semctl($semaphores, $_, GETVAL, 0) + 0 } $FILLED, $DONE), "\n";

# --- Errors are values ------------------------------------------------------------------------------------------------------

shmread($segment, $answer, 995, 10) or print 'reading beyond the end: ', $!{EFAULT} ? 'EFAULT' : $! + 0, ", $!\n";
semop($semaphores, pack 's!3', $FILLED, -1, IPC_NOWAIT) or print "taking what is not there: $!\n";
eval { msgsnd($queue, "\x{263a}", IPC_NOWAIT) } or print 'an exception: ', $@ =~ s/ at .*//sr, "\n";

# --- The same with objects ----------------------------------------------------------------------------------------------------

my $key = ftok($0, 'T') // die "ftok: $!";
my $shm = IPC::SharedMem->new($key, 64, IPC_CREAT | IPC_EXCL | $mode) or die "IPC::SharedMem: $!";
$shm->attach or die "attach: $!";
$shm->write('kept in memory', 0, 14);
print 'object: ', $shm->read(0, 4), ', attached ', $shm->stat->nattch, " time\n";
$shm->detach;
$shm->remove;

my $sem = IPC::Semaphore->new(IPC_PRIVATE, 3, $mode) or die "IPC::Semaphore: $!";
$sem->setall(1, 2, 3);
$sem->op(2, -3, SEM_UNDO);
print 'object: values ', join(' ', $sem->getall), "\n";
$sem->remove;

# --- Removing -----------------------------------------------------------------------------------------------------------------

shmctl($segment, IPC_RMID, 0) or die "shmctl: $!";
shmctl($segment, IPC_STAT, $record) // print "the segment is gone: $!\n";
undef $segment;
