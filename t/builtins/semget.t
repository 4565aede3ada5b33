use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EEXIST EINVAL ENOENT);
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_EXCL IPC_RMID GETALL);

sub created { return also_remove(sem => $_[0]) }

subtest 'a private set' => sub {
    $! = ENOENT;
    my $id = created(semget(IPC_PRIVATE, 3, IPC_CREAT | 0600));
    is($! + 0, 0, 'success sets $! to 0');
    like($id, qr/\A[0-9]+\z/, 'an integer');
    isnt(created(semget(0, 3, 0600)), $id, 'key 0 makes a new one each time');
    ok(semctl($id, 0, GETALL, my $values), 'its values');
    is(join(',', unpack 's!*', $values), '0,0,0', 'start at 0');
};

subtest 'numbers of semaphores' => sub {
    is(semget(IPC_PRIVATE, 0, 0600), undef, 'none');
    is($! + 0, EINVAL, 'EINVAL');
    is(semget(IPC_PRIVATE, -1, 0600), undef, 'less than none');
    is($! + 0, EINVAL, 'EINVAL');
    is(semget(IPC_PRIVATE, 100_000_000, 0600), undef, 'too many');
    is($! + 0, EINVAL, 'EINVAL');
    my $id = created(semget(IPC_PRIVATE, 4294967298, 0600));
    semctl($id, 0, GETALL, my $values);
    is(length($values) / 2, 2, 'bits above 32 are cut off');
};

subtest 'keys' => sub {
    my $key = unused_key();
    is(semget($key, 3, 0600), undef, 'unknown without IPC_CREAT');
    is($! + 0, ENOENT, 'ENOENT');
    my $id = created(semget($key, 3, IPC_CREAT | 0640));
    is(stat_fields(sem => $id)->{key}, $key, 'the key is recorded');
    is(stat_fields(sem => $id)->{mode}, 0640, 'and the mode');
    is(semget($key, 3, 0), $id, 'found');
    is(semget($key, 0, 0), $id, 'found with 0');
    is(semget($key, 1, IPC_CREAT), $id, 'found with fewer');
    is(semget($key, 4, 0), undef, 'not with more');
    is($! + 0, EINVAL, 'EINVAL');
    is(semget($key, 3, IPC_CREAT | IPC_EXCL | 0600), undef, 'not anew');
    is($! + 0, EEXIST, 'EEXIST');
    my @list = semget($key, 4, 0);
    is_deeply(\@list, [undef], 'failure in list context is one undef');
    semctl($id, 0, IPC_RMID, 0);
    is(semget($key, 0, 0), undef, 'gone after removal');
    is($! + 0, ENOENT, 'ENOENT');
};

is(prototype 'CORE::semget', '$$$', 'prototype');

done_testing;
