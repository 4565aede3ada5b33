use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EEXIST EFAULT EINVAL ENOENT);
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_INFO IPC_RMID IPC_SET IPC_STAT SHM_INFO SHM_LOCK SHM_STAT SHM_UNLOCK shmat shmdt);

use constant { SHM_DEST => 01000, SHM_LOCKED => 02000, SHMID_DS => 112 };

subtest 'IPC_STAT' => sub {
    my $id = segment(4321, 0640);
    $! = ENOENT;
    is(shmctl($id, IPC_STAT, my $data), '0 but true', 'succeeds with "0 but true"');
    is($! + 0, 0, 'and clears $!');
    is(length $data, SHMID_DS, 'the whole structure');
    my ($key, $uid, $gid, $cuid, $cgid, $mode, $size) = unpack 'l L5 x24 Q', $data;
    is($key, 0, 'key');
    is("$uid $cuid", "$> $>", 'owner and creator');
    is($gid, $cgid, 'their groups');
    is($mode, 0640, 'mode');
    is($size, 4321, 'size');

    my $old = "something longer than the structure " x 10;
    ok(shmctl($id, IPC_STAT, $old), 'into a longer string');
    is(length $old, SHMID_DS, 'which gets the length of the structure');
};

subtest 'IPC_SET' => sub {
    my $id = segment(10, 0600);
    shmctl($id, IPC_STAT, my $data);
    substr($data, 20, 4) = pack 'L', 07640;
    substr($data, 48, 8) = pack 'Q', 99;
    is(shmctl($id, IPC_SET, $data), '0 but true', 'succeeds');
    my $fields = stat_fields(shm => $id);
    is($fields->{mode}, 0640, 'the nine mode bits are taken');
    is($fields->{segsz}, 10, 'the size is not');

    for my $bad ('', 'abc', 'x' x 111, 'x' x 113) {
        my $length = length $bad;
        my $error = error_of { shmctl($id, IPC_SET, $bad) };
        is($error, "Bad arg length for shmctl, is $length, should be 112" . here(-1), "a structure of $length bytes");
    }
    my $error = error_of { shmctl($id, IPC_SET, 12345) };
    is($error, 'Bad arg length for shmctl, is 5, should be 112' . here(-1), 'a number counts its digits');
    $! = EEXIST;
    eval { shmctl($id, IPC_SET, 'abc') };
    is($! + 0, EEXIST, 'the exception leaves $! alone');
    my @warnings = warnings_of { eval { shmctl($id, IPC_SET, undef) } };
    is_deeply(\@warnings, [ 'Use of uninitialized value in shmctl' . here(-1) ], 'undef warns');
    like($@, qr/^Bad arg length for shmctl, is 0, should be 112 at /, 'and has length 0');
};

subtest 'IPC_RMID' => sub {
    my $id = segment(10);
    is(shmctl($id, IPC_RMID, 0), '0 but true', 'succeeds');
    is(shmctl($id, IPC_RMID, 0), undef, 'the second time fails');
    is($! + 0, EINVAL, 'EINVAL');
    is(shmctl($id, IPC_STAT, my $data), undef, 'so does IPC_STAT');
    is($data, undef, 'and leaves the variable undefined');

    my $other = segment(10);
    is(join('|', warnings_of { shmctl($other, IPC_RMID, undef) }), '', 'undef as argument is silent');
    my $third = segment(10);
    my @warnings = warnings_of { shmctl($third, IPC_RMID, 'word') };
    is_deeply(\@warnings, [ qq(Argument "word" isn't numeric in shmctl) . here(-1) ], 'a word is evaluated and warns');
};

subtest 'removal of an attached segment' => sub {
    my $key = unused_key();
    my $id = also_remove(shm => shmget($key, 100, IPC_CREAT | 0600));
    my $address = shmat($id, undef, 0);
    is(stat_fields(shm => $id)->{nattch}, 1, 'attached once');
    is(shmctl($id, IPC_RMID, 0), '0 but true', 'marked for removal');
    my $fields = stat_fields(shm => $id);
    ok($fields->{mode} & SHM_DEST, 'IPC_STAT still works and shows SHM_DEST');
    is($fields->{key}, 0, 'the key is gone');
    is(shmget($key, 0, 0), undef, 'and not found');
    is($! + 0, ENOENT, 'ENOENT');
    ok(shmwrite($id, 'still here', 0, 10), 'shmwrite still works');
    ok(shmread($id, my $text, 0, 10), 'shmread too');
    is($text, 'still here', 'with the data');
    is(shmctl($id, IPC_RMID, 0), '0 but true', 'a second removal succeeds');
    my $second = shmat($id, undef, 0);
    ok(defined $second, 'a new attachment by id works');
    shmdt($second);
    my $again = also_remove(shm => shmget($key, 100, IPC_CREAT | 0600));
    isnt($again, $id, 'the key names a new segment');
    shmdt($address);
    is(shmctl($id, IPC_STAT, my $data), undef, 'after the last detach the segment is gone');
    is($! + 0, EINVAL, 'EINVAL');
};

subtest 'SHM_LOCK and SHM_UNLOCK' => sub {
    my $id = segment(10);
    plan skip_all => "locking is refused here: $!" unless shmctl($id, SHM_LOCK, 0);
    ok(stat_fields(shm => $id)->{mode} & SHM_LOCKED, 'locked');
    is(shmctl($id, SHM_UNLOCK, undef), '0 but true', 'unlock');
    ok(!(stat_fields(shm => $id)->{mode} & SHM_LOCKED), 'unlocked');
};

subtest 'commands that want an address' => sub {
    for my $command (IPC_INFO, SHM_INFO) {
        is(shmctl(0, $command, 0), undef, "command $command with 0");
        is($! + 0, EFAULT, 'EFAULT');
        is(shmctl(0, $command, undef), undef, 'with undef');
        is($! + 0, EFAULT, 'EFAULT');
    }
    my @warnings = warnings_of { is(shmctl(0, IPC_INFO, 'x' x 200), undef, 'a string is no buffer') };
    is($! + 0, EFAULT, 'EFAULT');
    like($warnings[0], qr/^Argument "x{56}\.\.\." isn't numeric in shmctl at /, 'and warns, cut short');
    is(scalar @warnings, 1, 'once');
};

subtest 'information about the system' => sub {
    my $id = segment(10);
    my $buffer = "\0" x 200;
    my $address = unpack 'L!', pack 'P', $buffer;
    ok(defined shmctl(0, IPC_INFO, $address), 'IPC_INFO into a string, by its address');
    my ($largest, $smallest, $segments) = unpack 'Q3', $buffer;
    is($smallest, 1, 'the smallest size');
    cmp_ok($segments, '>', 0, 'how many there can be');
    ok(defined shmctl(0, SHM_INFO, $address), 'SHM_INFO');
    cmp_ok(unpack('l', $buffer), '>=', 1, 'how many there are');
    my $found = 0;
    for my $index (0 .. 1000) {
        my $result = shmctl($index, SHM_STAT, $address);
        $found++ if defined $result && $result == $id;
    }
    is($found, 1, 'SHM_STAT finds the id by its place');
    is(shmctl(1_000_000_000, SHM_STAT, $address), undef, 'an unused place');
    is($! + 0, EINVAL, 'EINVAL');
};

subtest 'unknown ids and commands' => sub {
    my $id = segment(10);
    for my $bad (-1, 2147483647) {
        is(shmctl($bad, IPC_STAT, my $data), undef, "id $bad");
        is($! + 0, EINVAL, 'EINVAL');
    }
    for my $bad (-1, 77, 4711) {
        is(shmctl($id, $bad, 0), undef, "command $bad");
        is($! + 0, EINVAL, 'EINVAL');
    }
    my @list = shmctl($id, 77, 0);
    is_deeply(\@list, [undef], 'failure in list context is one undef');
    is(shmctl($id, 2.9, my $data), '0 but true', 'a fraction of a command is cut off');
    is(shmctl($id, 4294967298, $data), '0 but true', 'as are bits above 32');
};

is(prototype 'CORE::shmctl', '$$$', 'prototype');

done_testing;
