use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EAGAIN EINVAL ENOENT ERANGE);
use IPC::Semaphore;
use IPC::SysV qw(IPC_CREAT IPC_NOWAIT IPC_PRIVATE);

sub new_set {
    my $sem = IPC::Semaphore->new(IPC_PRIVATE, $_[0], 0600) or die "IPC::Semaphore: $!";
    also_remove(sem => $sem->id);
    return $sem;
}

subtest 'new' => sub {
    my $sem = new_set(3);
    isa_ok($sem, 'IPC::Semaphore');
    like($sem->id, qr/\A[0-9]+\z/, 'id');
    is($$sem, $sem->id, 'which is the object');
    is(IPC::Semaphore->new(unused_key(), 1, 0), undef, 'an unknown key');
    is($! + 0, ENOENT, 'ENOENT');
    my $error = error_of { IPC::Semaphore->new(1, 2) };
    is($error, 'IPC::Semaphore->new( KEY, NSEMS, FLAGS )' . here(-1), 'too few arguments');
};

subtest 'values' => sub {
    my $sem = new_set(3);
    is(join(',', $sem->getall), '0,0,0', 'getall');
    is($sem->setall(1, 2, 3), '0 but true', 'setall');
    is(join(',', $sem->getall), '1,2,3', 'set');
    my $first = $sem->getall;
    is($first, 1, 'getall in scalar context is the first value');
    is($sem->setval(1, 7), '0 but true', 'setval');
    is($sem->getval(1), 7, 'getval');
    is($sem->setval(1, 0), '0 but true', 'to 0');
    is($sem->getval(1), '0', 'is a plain 0');
    is($sem->getval(5), undef, 'no such semaphore');
    is($! + 0, EINVAL, 'EINVAL');
    is($sem->setval(0, 40_000), undef, 'too great a value');
    is($! + 0, ERANGE, 'ERANGE');
    like(error_of { $sem->setall(1, 2) }, qr/^Bad arg length for semctl, is 4, should be 6 at \S*Semaphore\.pm line \d+\.$/,
        'too few values');
    is($sem->getpid(0), $$, 'getpid');
    is($sem->getncnt(0), 0, 'getncnt');
    is($sem->getzcnt(0), 0, 'getzcnt');
    my $error;
    for my $method (qw(getval getncnt getzcnt getpid)) {
        $error = error_of { $sem->$method() };
        is($error, "\$sem->$method( SEM )" . here(-1), "$method without a number");
    }
    $error = error_of { $sem->setval(1) };
    is($error, '$sem->setval( SEM, VAL )' . here(-1), 'setval without a value');
};

subtest 'op' => sub {
    my $sem = new_set(2);
    is($sem->op(0, 3, 0, 1, 1, 0), 1, 'two operations');
    is(join(',', $sem->getall), '3,1', 'done');
    is($sem->op(1, -2, IPC_NOWAIT), 0, 'impossible');
    is($! + 0, EAGAIN, 'EAGAIN');
    my $error = error_of { $sem->op(1, 2) };
    is($error, '$sem->op( OPLIST )' . here(-1), 'two values');
    $error = error_of { $sem->op(1, 2, 3, 4) };
    is($error, 'Bad arg count' . here(-1), 'four values');
};

subtest 'stat and set' => sub {
    my $sem = new_set(4);
    my $stat = $sem->stat;
    isa_ok($stat, 'IPC::Semaphore::stat');
    is($stat->nsems, 4, 'nsems');
    is($stat->mode & 0777, 0600, 'mode');
    is($stat->otime, 0, 'otime');
    cmp_ok($stat->ctime, '>=', $^T - 1, 'ctime');
    is($sem->set(mode => 0640), 0, 'set returns 0');
    is($sem->stat->mode & 0777, 0640, 'and sets');
    $stat->mode(0604);
    is($sem->set($stat), 0, 'with a stat object');
    is($sem->stat->mode & 0777, 0604, 'too');
    is($sem->set, 0, 'with nothing');
    my $error = error_of { $sem->set(mode => 1, 'odd') };
    is($error, 'Bad arg count' . here(-1), 'an odd number');
    like(error_of { $sem->set(nonsense => 1) },
        qr/^Can't locate object method "nonsense" via package "IPC::Semaphore::stat" at /, 'an unknown field');
    like(error_of { $sem->set('x') }, qr/^Can't locate object method "pack" via package "x" \(perhaps /, 'a word');
    like(error_of { $sem->set([]) }, qr/^Can't call method "pack" on unblessed reference at /, 'a reference');
};

subtest 'remove' => sub {
    my $sem = new_set(1);
    my $blocker = new_set(1);
    is($sem->remove, '0 but true', 'remove');
    is($sem->id, undef, 'no id any more');
};

subtest 'a shared set' => sub {
    my $key = unused_key();
    my $first = IPC::Semaphore->new($key, 2, IPC_CREAT | 0600);
    also_remove(sem => $first->id);
    my $second = IPC::Semaphore->new($key, 0, 0);
    $first->setval(0, 9);
    is($second->getval(0), 9, 'through another object');
};

done_testing;
