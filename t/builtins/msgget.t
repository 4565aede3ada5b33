use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EEXIST ENOENT);
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_EXCL IPC_RMID);

sub created { return also_remove(msg => $_[0]) }

subtest 'a private queue' => sub {
    $! = ENOENT;
    my $id = created(msgget(IPC_PRIVATE, IPC_CREAT | 0600));
    is($! + 0, 0, 'success sets $! to 0');
    like($id, qr/\A[0-9]+\z/, 'an integer');
    isnt(created(msgget(IPC_PRIVATE, 0600)), $id, 'every call makes a new one');
    my $fields = stat_fields(msg => $id);
    is("@$fields{qw(qnum cbytes lspid lrpid stime rtime)}", '0 0 0 0 0 0', 'empty and unused');
    is($fields->{mode}, 0600, 'mode');
    cmp_ok($fields->{qbytes}, '>', 0, 'it has room');
};

subtest 'keys' => sub {
    my $key = unused_key();
    is(msgget($key, 0600), undef, 'unknown without IPC_CREAT');
    is($! + 0, ENOENT, 'ENOENT');
    my $id = created(msgget($key, IPC_CREAT | 0600));
    is(stat_fields(msg => $id)->{key}, $key, 'the key is recorded');
    is(msgget($key, 0), $id, 'found');
    is(msgget("$key", IPC_CREAT), $id, 'found by a string');
    is(msgget($key, IPC_EXCL), $id, 'IPC_EXCL alone is ignored');
    is(msgget($key, IPC_CREAT | IPC_EXCL), undef, 'not anew');
    is($! + 0, EEXIST, 'EEXIST');
    my @list = msgget($key, IPC_CREAT | IPC_EXCL);
    is_deeply(\@list, [undef], 'failure in list context is one undef');
    msgctl($id, IPC_RMID, 0);
    is(msgget($key, 0), undef, 'gone after removal');
};

is(prototype 'CORE::msgget', '$$', 'prototype');

done_testing;
