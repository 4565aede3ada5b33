use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(E2BIG EAGAIN EEXIST EFBIG EINVAL ENOENT ERANGE);
use IPC::SysV qw(GETALL GETVAL IPC_NOWAIT IPC_RMID SEM_UNDO SETALL SETVAL);

my $id = semaphore_set(3);

sub set { semctl($id, 0, SETALL, pack 's!3', @_) or die "semctl: $!" }

sub values_now {
    semctl($id, 0, GETALL, my $data) or die "semctl: $!";
    return join ',', unpack 's!*', $data;
}

# semop with [number, operation, flags] triples, IPC_NOWAIT unless flags are given.
sub operate { return semop($id, join '', map pack('s!3', $_->[0], $_->[1], $_->[2] // IPC_NOWAIT), @_) }

subtest 'one operation' => sub {
    set(0, 0, 0);
    $! = ENOENT;
    is(operate([ 0, 3 ]), 1, 'add');
    is($! + 0, 0, 'clears $!');
    is(values_now(), '3,0,0', 'added');
    is(operate([ 0, -2 ]), 1, 'subtract');
    is(values_now(), '1,0,0', 'subtracted');
    is(operate([ 0, -2 ]), 0, 'not below 0');
    is($! + 0, EAGAIN, 'EAGAIN');
    is(operate([ 0, 0 ]), 0, 'is not zero');
    is($! + 0, EAGAIN, 'EAGAIN');
    is(operate([ 1, 0 ]), 1, 'is zero');
};

subtest 'several operations are one' => sub {
    set(1, 0, 5);
    is(operate([ 0, -1 ], [ 1, 2 ], [ 2, -5 ]), 1, 'all');
    is(values_now(), '0,2,0', 'done');
    is(operate([ 1, -1 ], [ 0, -1 ]), 0, 'one of them impossible');
    is($! + 0, EAGAIN, 'EAGAIN');
    is(values_now(), '0,2,0', 'nothing done');
    is(operate([ 0, 1 ], [ 0, 1 ], [ 0, -2 ]), 1, 'later ones see the earlier ones');
    is(values_now(), '0,2,0', 'on the same semaphore');
    is(operate([ 0, 0 ], [ 0, 1, SEM_UNDO ]), 1, 'test and set');
    is(values_now(), '1,2,0', 'set');
};

subtest 'errors of the kernel' => sub {
    set(0, 0, 0);
    is(operate([ 3, 1 ]), 0, 'a number out of range');
    is($! + 0, EFBIG, 'EFBIG');
    is(operate([ -1, 1 ]), 0, 'a negative number');
    is($! + 0, EFBIG, 'EFBIG');
    set(32767, 0, 0);
    is(operate([ 0, 1 ]), 0, 'a value that is too great');
    is($! + 0, ERANGE, 'ERANGE');
    is(semop($id, pack('s!3', 1, 1, IPC_NOWAIT) x 501), 0, 'too many operations');
    is($! + 0, E2BIG, 'E2BIG');
    is(semop(-1, pack 's!3', 0, 1, 0), 0, 'id -1');
    is($! + 0, EINVAL, 'EINVAL');
    my $result = semop(-1, pack 's!3', 0, 1, 0);
    ok(defined $result, 'the result of a failure is defined');
    is("$result", '0', 'it is 0');
};

subtest 'the length of the operations' => sub {
    for my $length (0 .. 5, 7, 11, 13) {
        $! = ENOENT;
        is(semop($id, "\0" x $length), 0, "$length bytes");
        is($! + 0, EINVAL, 'EINVAL');
    }
    my @warnings = warnings_of { is(semop($id, undef), 0, 'undef') };
    is_deeply(\@warnings, [ 'Use of uninitialized value in semop' . here(-1) ], 'warns');
    is($! + 0, EINVAL, 'EINVAL');
    @warnings = warnings_of { is(semop(undef, ''), 0, 'an undefined id') };
    is_deeply(\@warnings, [ 'Use of uninitialized value in semop' . here(-1) ], 'warns');
};

subtest 'characters' => sub {
    $! = EEXIST;
    is(error_of { semop($id, "\x{100}" x 6) }, 'Wide character in semop' . here, 'wide characters die');
    is($! + 0, EEXIST, 'and leave $! alone');
    is(error_of { semop($id, "\x{100}") }, 'Wide character in semop' . here, 'before the length is looked at');
    set(0, 0, 0);
    my $operations = pack 's!3', 0, 200, IPC_NOWAIT;
    utf8::upgrade($operations);
    is(semop($id, $operations), 1, 'a flagged string of bytes');
    is(values_now(), '200,0,0', 'is bytes');
    ok(!utf8::is_utf8($operations), 'downgraded in place');
    is(length $operations, 6, 'and otherwise unchanged');
};

subtest 'a removed set' => sub {
    my $gone = semaphore_set(1);
    semctl($gone, 0, IPC_RMID, 0);
    is(semop($gone, pack 's!3', 0, 1, 0), 0, 'fails');
    is($! + 0, EINVAL, 'EINVAL');
};

is(prototype 'CORE::semop', '$$', 'prototype');

done_testing;
