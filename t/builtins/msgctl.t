use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EAGAIN EFAULT EINVAL ENOENT);
use IPC::SysV qw(IPC_INFO IPC_NOWAIT IPC_RMID IPC_SET IPC_STAT MSG_INFO);

use constant MSQID_DS => 120;

subtest 'IPC_STAT' => sub {
    my $id = queue(0640);
    msgsnd($id, pack('l! a*', 1, 'hello'), 0) or die "msgsnd: $!";
    $! = ENOENT;
    is(msgctl($id, IPC_STAT, my $data), '0 but true', 'succeeds');
    is($! + 0, 0, 'clears $!');
    is(length $data, MSQID_DS, 'the whole structure');
    my $fields = stat_fields(msg => $id);
    is($fields->{mode}, 0640, 'mode');
    is($fields->{qnum}, 1, 'one message');
    is($fields->{cbytes}, 5, 'of five bytes');
    is($fields->{lspid}, $$, 'sent by us');
    is($fields->{lrpid}, 0, 'received by nobody');
    cmp_ok($fields->{stime}, '>=', $^T, 'sent now');
};

subtest 'IPC_SET' => sub {
    my $id = queue();
    msgctl($id, IPC_STAT, my $data);
    substr($data, 20, 4) = pack 'L', 0640;
    substr($data, 88, 8) = pack 'Q', 10;
    is(msgctl($id, IPC_SET, $data), '0 but true', 'succeeds');
    my $fields = stat_fields(msg => $id);
    is($fields->{mode}, 0640, 'mode');
    is($fields->{qbytes}, 10, 'room for ten bytes');
    is(msgsnd($id, pack('l! a*', 1, 'x' x 11), IPC_NOWAIT), 0, 'a longer message has to wait');
    is($! + 0, EAGAIN, 'EAGAIN');
    is(msgsnd($id, pack('l! a*', 1, 'x' x 10), IPC_NOWAIT), 1, 'a message that fits');
    is(msgsnd($id, pack('l! a*', 1, 'x'), IPC_NOWAIT), 0, 'fills the queue');
    is($! + 0, EAGAIN, 'EAGAIN');
    my $error = error_of { msgctl($id, IPC_SET, 'short') };
    is($error, 'Bad arg length for msgctl, is 5, should be 120' . here(-1), 'a wrong length');
    is(error_of { msgctl($id, IPC_SET, "\x{100}") }, 'Wide character in msgctl' . here, 'a wide character');
};

subtest 'IPC_RMID' => sub {
    my $id = queue();
    is(msgctl($id, IPC_RMID, 0), '0 but true', 'removed');
    is(msgctl($id, IPC_RMID, 0), undef, 'only once');
    is($! + 0, EINVAL, 'EINVAL');
    is(msgsnd($id, pack('l!', 1), 0), 0, 'nothing can be sent');
    is($! + 0, EINVAL, 'EINVAL');
};

subtest 'errors' => sub {
    my $id = queue();
    for my $command (-1, 77) {
        is(msgctl($id, $command, 0), undef, "command $command");
        is($! + 0, EINVAL, 'EINVAL');
    }
    for my $command (IPC_INFO, MSG_INFO) {
        is(msgctl($id, $command, undef), undef, "command $command without an address");
        is($! + 0, EFAULT, 'EFAULT');
    }
    my @list = msgctl(-1, IPC_STAT, my $data);
    is_deeply(\@list, [undef], 'failure in list context is one undef');
    my $text = 'before';
    is(msgctl(-1, IPC_STAT, $text), undef, 'unknown id');
    is($text, 'before', 'leaves the variable alone');
};

is(prototype 'CORE::msgctl', '$$$', 'prototype');

done_testing;
