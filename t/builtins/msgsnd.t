use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Config;
use Errno qw(EAGAIN EEXIST EINVAL ENOENT);
use IPC::SysV qw(IPC_NOWAIT IPC_RMID IPC_SET IPC_STAT);

my $id = queue();

sub received {
    msgrcv($id, my $message, 10_000, $_[0] || 0, IPC_NOWAIT) or return "nothing: $!";
    return join ':', unpack 'l! a*', $message;
}

subtest 'sending' => sub {
    $! = ENOENT;
    is(msgsnd($id, pack('l! a*', 5, 'hello'), 0), 1, 'returns 1');
    is($! + 0, 0, 'clears $!');
    is(received(), '5:hello', 'type and text');
    is(msgsnd($id, pack('l!', 7), IPC_NOWAIT), 1, 'an empty text');
    is(received(), '7:', 'arrives empty');
    my $bytes = join '', map chr, 0 .. 255;
    is(msgsnd($id, pack('l! a*', 1, $bytes), 0), 1, 'all bytes');
    is(received(), "1:$bytes", 'arrive');
    my $greatest = $Config{longsize} == 8 ? 9223372036854775807 : 2147483647;
    is(msgsnd($id, pack('l! a*', $greatest, 'x'), 0), 1, 'the greatest type');
    is(received(), "$greatest:x", 'arrives');
};

subtest 'refused messages' => sub {
    for my $type (0, -1, unpack 'l!', pack 'l!', 1 << 8 * $Config{longsize} - 1) {
        is(msgsnd($id, pack('l! a*', $type, 'x'), IPC_NOWAIT), 0, "type $type");
        is($! + 0, EINVAL, 'EINVAL');
    }
    is(msgsnd($id, pack('l! a*', 1, 'x' x 100_000), IPC_NOWAIT), 0, 'a text that is too long');
    is($! + 0, EINVAL, 'EINVAL');
    is(msgsnd(-1, pack('l!', 1), 0), 0, 'id -1');
    is($! + 0, EINVAL, 'EINVAL');
    is(msgsnd($id, pack('l!', 1), -1), 0, 'negative flags');
    is($! + 0, EINVAL, 'EINVAL');
    is(received(), 'nothing: No message of desired type', 'nothing was sent');
};

subtest 'messages without a type' => sub {
    my $message = 'Arg too short for msgsnd';
    for my $length (0 .. $Config{longsize} - 1) {
        is(error_of { msgsnd($id, 'x' x $length, 0) }, $message . here, "$length bytes");
    }
    is(error_of { msgsnd(-1, '', 0) }, $message . here, 'even for an unknown queue');
    $! = EEXIST;
    eval { msgsnd($id, '', 0) };
    is($! + 0, EEXIST, '$! is left alone');
    my @warnings = warnings_of { eval { msgsnd($id, undef, 0) } };
    is_deeply(\@warnings, [ 'Use of uninitialized value in msgsnd' . here(-1) ], 'undef warns');
    is($@, $message . here(-2), 'and is too short');
};

subtest 'characters' => sub {
    is(error_of { msgsnd($id, pack('l!', 1) . "\x{263a}", 0) }, 'Wide character in msgsnd' . here, 'a wide character');
    is(error_of { msgsnd($id, "\x{263a}", 0) }, 'Wide character in msgsnd' . here, 'is noticed before the length');
    my $flagged = pack('l! a*', 3, "\xe9\xff");
    utf8::upgrade($flagged);
    is(msgsnd($id, $flagged, 0), 1, 'characters below 256');
    is(received(), "3:\xe9\xff", 'are bytes');
    ok(!utf8::is_utf8($flagged), 'the caller\'s string is downgraded');
};

subtest 'a full queue' => sub {
    msgctl($id, IPC_STAT, my $data);
    substr($data, 88, 8) = pack 'Q', 4;
    msgctl($id, IPC_SET, $data) or die "msgctl: $!";
    is(msgsnd($id, pack('l! a*', 1, 'abcde'), IPC_NOWAIT), 0, 'longer than the queue');
    is($! + 0, EAGAIN, 'EAGAIN');
    my $sent = 0;
    $sent++ while $sent < 10 && msgsnd($id, pack('l!', 1), IPC_NOWAIT);
    is($sent, 4, 'empty messages are limited in number');
    is($! + 0, EAGAIN, 'EAGAIN');
};

is(prototype 'CORE::msgsnd', '$$$', 'prototype');

done_testing;
