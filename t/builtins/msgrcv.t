use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Config;
use Errno qw(E2BIG EEXIST EINVAL ENOENT ENOMSG);
use IPC::SysV qw(IPC_NOWAIT IPC_RMID MSG_EXCEPT MSG_NOERROR);

my $id = queue();

# Sends texts given as TYPE => TEXT.
sub send_all {
    while (my ($type, $text) = splice @_, 0, 2) {
        msgsnd($id, pack('l! a*', $type, $text), IPC_NOWAIT) or die "msgsnd: $!";
    }
}

sub receive {
    my ($type, $flags) = @_;
    msgrcv($id, my $message, 1000, $type, IPC_NOWAIT | ($flags || 0)) or return 'none';
    return join ':', unpack 'l! a*', $message;
}

sub drain { 1 while msgrcv($id, my $message, 10_000, 0, IPC_NOWAIT) }

subtest 'receiving' => sub {
    send_all(3, 'hello');
    $! = ENOENT;
    is(msgrcv($id, my $message, 100, 0, 0), 1, 'returns 1, not a length');
    is($! + 0, 0, 'clears $!');
    is($message, pack('l! a*', 3, 'hello'), 'type and text');
    is(length $message, $Config{longsize} + 5, 'of exactly that length');
    ok(!utf8::is_utf8($message), 'bytes');
};

subtest 'nothing there' => sub {
    my $text = 'before';
    is(msgrcv($id, $text, 100, 0, IPC_NOWAIT), 0, 'returns 0');
    is($! + 0, ENOMSG, 'ENOMSG');
    is($text, 'before', 'the variable is unchanged');
    is(msgrcv($id, my $undefined, 100, 0, IPC_NOWAIT), 0, 'into an undefined variable');
    is($undefined, '', 'which becomes the empty string');
    my $flagged = "\x{263a}";
    msgrcv($id, $flagged, 100, 0, IPC_NOWAIT);
    is($flagged, "\x{263a}", 'a wide string is unchanged');
    my $number = 42;
    msgrcv($id, $number, 100, 0, IPC_NOWAIT);
    is($number + 1, 43, 'so is a number');
    my $reference = [];
    my $name = "$reference";
    msgrcv($id, $reference, 100, 0, IPC_NOWAIT);
    is(ref \$reference, 'SCALAR', 'a reference becomes a string');
    is($reference, $name, 'its own name');
};

subtest 'types' => sub {
    my @queue = (5, 'a', 2, 'b', 7, 'c', 2, 'd', 9, 'e');
    my @cases = (
        [ 0,                                        '5:a' ],
        [ 2,                                        '2:b' ],
        [ 7,                                        '7:c' ],
        [ 4,                                        'none' ],
        [ -1,                                       'none' ],
        [ -2,                                       '2:b' ],
        [ -8,                                       '2:b' ],
        [ -2**($Config{longsize} * 8 - 1),            '2:b' ],
        [ '9',                                      '9:e' ],
        [ 7.9,                                      '7:c' ],
    );
    for (@cases) {
        my ($type, $expected) = @$_;
        drain();
        send_all(@queue);
        is(receive($type), $expected, "type $type");
    }
    drain();
    send_all(@queue);
    is(receive(5, MSG_EXCEPT), '2:b', 'any but type 5');
    is(receive(2, MSG_EXCEPT), '5:a', 'any but type 2');
    is(receive(0, MSG_EXCEPT), '7:c', 'MSG_EXCEPT means nothing for type 0');
    drain();
};

subtest 'types have 64 bits' => sub {
    plan skip_all => 'longs have 32 bits' if $Config{longsize} < 8;
    send_all(4611686018427387904, 'a', 4611686018427387905, 'b', 9223372036854775807, 'c');
    is(receive('4611686018427387905'), '4611686018427387905:b', 'a string');
    is(receive(9223372036854775807), '9223372036854775807:c', 'the greatest');
    is(receive(4611686018427387905), 'none', 'no rounding');
    is(receive(-9223372036854775807), '4611686018427387904:a', 'the lowest');
};

subtest 'sizes' => sub {
    drain();
    send_all(1, 'hello');
    my $text = 'before';
    is(msgrcv($id, $text, 4, 0, IPC_NOWAIT), 0, 'a text that is too long');
    is($! + 0, E2BIG, 'E2BIG');
    is($text, 'before', 'leaves the variable alone');
    is(msgrcv($id, $text, 0, 0, IPC_NOWAIT), 0, 'SIZE 0');
    is($! + 0, E2BIG, 'E2BIG');
    is(msgrcv($id, $text, 4, 0, IPC_NOWAIT | MSG_NOERROR), 1, 'MSG_NOERROR');
    is($text, pack('l! a*', 1, 'hell'), 'cuts it');
    is(msgrcv($id, $text, 4, 0, IPC_NOWAIT), 0, 'the rest is lost');
    is($! + 0, ENOMSG, 'ENOMSG');
    send_all(1, '');
    is(msgrcv($id, $text, 0, 0, IPC_NOWAIT), 1, 'an empty text has room in 0 bytes');
    is($text, pack('l!', 1), 'only its type');
    is(msgrcv($id, $text, -1, 0, IPC_NOWAIT), 0, 'a negative size');
    is($! + 0, EINVAL, 'EINVAL');
    send_all(1, 'x' x 5000);
    is(msgrcv($id, $text, 1_000_000, 0, IPC_NOWAIT), 1, 'a large size');
    is(length $text, $Config{longsize} + 5000, 'is only a limit');
};

subtest 'errors' => sub {
    is(msgrcv(-1, my $message, 10, 0, IPC_NOWAIT), 0, 'id -1');
    is($! + 0, EINVAL, 'EINVAL');
    is($message, '', 'the variable has become the empty string');
    is(msgrcv($id, $message, 10, 0, -1), 0, 'negative flags');
    is($! + 0, EINVAL, 'EINVAL');
    my $gone = queue();
    msgctl($gone, IPC_RMID, 0);
    is(msgrcv($gone, $message, 10, 0, IPC_NOWAIT), 0, 'a removed queue');
    is($! + 0, EINVAL, 'EINVAL');
};

subtest 'read-only and missing variables' => sub {
    send_all(1, 'stays');
    my $text = 'Modification of a read-only value attempted';
    $! = EEXIST;
    is(error_of { msgrcv($id, undef, 10, 0, IPC_NOWAIT) }, $text . here, 'undef');
    is(error_of { msgrcv($id, 'literal', 10, 0, IPC_NOWAIT) }, $text . here, 'a literal');
    my %hash;
    is(error_of { msgrcv($id, $hash{missing}, 10, 0, IPC_NOWAIT) }, $text . here, 'a missing element');
    is(join(',', keys %hash), '', 'which is not created');
    is($! + 0, EEXIST, '$! is left alone');
    is(receive(0), '1:stays', 'the message is still there');
    is(error_of { msgrcv(-1, 'literal', 10, 0, IPC_NOWAIT) }, $text . here, 'it dies for a bad id as well');
};

is(prototype 'CORE::msgrcv', '$$$$$', 'prototype');

done_testing;
