use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EEXIST EFAULT EINVAL ENOENT);
use IPC::SharedMem;
use IPC::SysV qw(IPC_CREAT IPC_EXCL IPC_PRIVATE SHM_RDONLY);

sub new_segment {
    my $shm = IPC::SharedMem->new(IPC_PRIVATE, $_[0], 0600) or die "IPC::SharedMem: $!";
    also_remove(shm => $shm->id);
    return $shm;
}

subtest 'new' => sub {
    my $shm = new_segment(100);
    isa_ok($shm, 'IPC::SharedMem');
    like($shm->id, qr/\A[0-9]+\z/, 'id');
    is($shm->addr, undef, 'not attached');
    is($shm->is_removed, 0, 'not removed');
    is(IPC::SharedMem->new(unused_key(), 10, 0), undef, 'an unknown key');
    is($! + 0, ENOENT, 'ENOENT');
    my $error = error_of { IPC::SharedMem->new(1, 2) };
    is($error, 'IPC::SharedMem->new(KEY, SIZE, FLAGS)' . here(-1), 'too few arguments');
    $error = error_of { IPC::SharedMem->new(1, 2, 3, 4) };
    is($error, 'IPC::SharedMem->new(KEY, SIZE, FLAGS)' . here(-1), 'too many');
    @My::Segment::ISA = 'IPC::SharedMem';
    my $mine = My::Segment->new(IPC_PRIVATE, 10, 0600);
    also_remove(shm => $mine->id);
    is(ref $mine, 'My::Segment', 'a subclass');
};

subtest 'read and write without attaching' => sub {
    my $shm = new_segment(20);
    is($shm->write('Hello, world', 0, 12), 1, 'write');
    is($shm->read(7, 5), 'world', 'read');
    is($shm->read(0, 0), '', 'nothing');
    is($shm->read(0, 21), undef, 'out of range');
    is($! + 0, EFAULT, 'EFAULT');
    is($shm->write('x', 20, 1), 0, 'writing out of range');
    is($! + 0, EFAULT, 'EFAULT');
    my @list = $shm->read(0, 21);
    is_deeply(\@list, [undef], 'one undef in list context');
    like(error_of { $shm->write("\x{263a}", 0, 1) }, qr/^Wide character in shmwrite at \S*SharedMem\.pm line \d+\.$/, 'wide');
    my $error = error_of { $shm->read(1) };
    is($error, '$shm->read(POS, SIZE)' . here(-1), 'read with one argument');
    $error = error_of { $shm->write('x', 1) };
    is($error, '$shm->write(STRING, POS, SIZE)' . here(-1), 'write with two');
};

subtest 'attached' => sub {
    my $shm = new_segment(20);
    is($shm->detach, undef, 'there is nothing to detach');
    is($shm->attach, 1, 'attach');
    is(length $shm->addr, 8, 'an address');
    is($shm->attach, undef, 'only once');
    is($shm->stat->nattch, 1, 'counted');
    is($shm->write('attached', 2, 8), 1, 'write');
    is($shm->read(2, 8), 'attached', 'read');
    $! = EEXIST;
    $shm->read(0, 1);
    is($! + 0, EEXIST, '$! is left alone');
    is($shm->detach, 1, 'detach');
    is($shm->addr, undef, 'no address');
    is($shm->read(2, 8), 'attached', 'still there');
    is($shm->attach(SHM_RDONLY), 1, 'attach with a flag');
    is($shm->read(2, 8), 'attached', 'readable');
    is($shm->detach, 1, 'detach');
    my $error = error_of { $shm->attach(1, 2) };
    is($error, '$shm->attach([FLAG])' . here(-1), 'too many arguments');
};

subtest 'remove' => sub {
    my $shm = new_segment(20);
    my $id = $shm->id;
    is($shm->remove, '0 but true', 'remove');
    is($shm->is_removed, 1, 'known');
    is($shm->remove, undef, 'once');
    is($shm->id, $id, 'the id stays');
    is($shm->read(0, 1), undef, 'read');
    is($! + 0, EINVAL, 'EINVAL');
    is($shm->write('x', 0, 1), 0, 'write');
    is($shm->stat, undef, 'stat');
    is($shm->attach, '', 'attach');
    is($shm->addr, undef, 'has no address');

    my $attached = new_segment(20);
    $attached->attach;
    $attached->write('kept', 0, 4);
    is($attached->remove, '0 but true', 'remove while attached');
    is($attached->read(0, 4), 'kept', 'still readable');
    is($attached->detach, 1, 'until detached');
    is($attached->stat, undef, 'then gone');
};

subtest 'stat' => sub {
    my $shm = new_segment(1234);
    my $stat = $shm->stat;
    isa_ok($stat, 'IPC::SharedMem::stat');
    is($stat->segsz, 1234, 'segsz');
    is($stat->uid, $>, 'uid');
    is($stat->cuid, $>, 'cuid');
    is($stat->mode, 0600, 'mode');
    is($stat->cpid, $$, 'cpid');
    is($stat->lpid, 0, 'lpid');
    is($stat->nattch, 0, 'nattch');
    is($stat->atime, 0, 'atime');
    cmp_ok($stat->ctime, '>=', $^T - 1, 'ctime');
    is_deeply([ @$stat[4, 5] ], [ 0600, 1234 ], 'also an array');
    $shm->write('x', 0, 1);
    is($stat->lpid, 0, 'a snapshot');
    is($shm->stat->lpid, $$, 'another one');
};

subtest 'two objects' => sub {
    my $key = unused_key();
    my $first = IPC::SharedMem->new($key, 10, IPC_CREAT | IPC_EXCL | 0600);
    also_remove(shm => $first->id);
    my $second = IPC::SharedMem->new($key, 0, 0);
    is($second->id, $first->id, 'of one segment');
    $first->attach;
    $second->attach;
    $first->write('shared', 0, 6);
    is($second->read(0, 6), 'shared', 'share it');
    undef $first;
    is($second->stat->nattch, 2, 'going out of scope does not detach');
};

done_testing;
