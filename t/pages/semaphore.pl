use strict;
use warnings;
use IPC::Semaphore;
use IPC::SysV qw(IPC_NOWAIT IPC_PRIVATE SEM_UNDO);

my $sem = IPC::Semaphore->new(IPC_PRIVATE, 3, 0600) // die "IPC::Semaphore: $!";

$sem->setall(1, 2, 3) or die "setall: $!";
$sem->setval(0, 10) or die "setval: $!";
print 'values: ', join(' ', $sem->getall), "\n";
print 'one of them: ', $sem->getval(1), ', a zero is a plain zero: ', $sem->getncnt(0), "\n";

# In scalar context getall is the first value, not their number.
my $first = $sem->getall;
print "scalar: $first\n";

# Several operations at once: number, operation, flags, as often as needed.
$sem->op(0, -10, SEM_UNDO, 1, -2, SEM_UNDO) or die "op: $!";
print 'taken: ', join(' ', $sem->getall), "\n";
$sem->op(0, -1, IPC_NOWAIT) or print "not taken: $!\n";

# A wrong number of values is an exception, a wrong value is not.
eval { $sem->setall(1, 2) };
print $@ =~ s/ at .*//sr, "\n";
defined $sem->setval(0, 32768) or print "32768: $!\n";
defined $sem->getval(3) or print "semaphore 3: $!\n";

$sem->remove or die "remove: $!";
print 'id: ', defined $sem->id ? $sem->id : 'undef', "\n";
