use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EFAULT EINVAL ENOENT);
use IPC::SysV qw(IPC_RMID);

my $id = segment(12);

sub contents {
    shmread($id, my $bytes, 0, 12) or die "shmread: $!";
    return $bytes;
}

sub fill { shmwrite($id, '............', 0, 12) or die "shmwrite: $!" }

subtest 'writing' => sub {
    $! = ENOENT;
    is(shmwrite($id, 'Hello, world', 0, 12), 1, 'returns 1');
    is($! + 0, 0, 'clears $!');
    is(contents(), 'Hello, world', 'written');
    ok(shmwrite($id, 'WORLD', 7, 5), 'at a position');
    is(contents(), 'Hello, WORLD', 'only there');
};

subtest 'length of the string against SIZE' => sub {
    fill();
    ok(shmwrite($id, 'abcdef', 2, 3), 'a longer string');
    is(contents(), '..abc.......', 'is cut to SIZE');
    ok(shmwrite($id, 'xy', 2, 6), 'a shorter string');
    is(contents(), "..xy\0\0\0\0....", 'is filled with NULs up to SIZE, and no further');
    fill();
    ok(shmwrite($id, '', 1, 4), 'an empty string');
    is(contents(), ".\0\0\0\0.......", 'writes NULs');
    fill();
    ok(shmwrite($id, 'abc', 5, 0), 'SIZE 0');
    is(contents(), '............', 'writes nothing');
};

subtest 'values that are not strings' => sub {
    fill();
    ok(shmwrite($id, 3.5, 0, 4), 'a number');
    is(contents(), "3.5\0........", 'is written as text');
    ok(shmwrite($id, -12, 0, 4), 'a negative number');
    is(contents(), "-12\0........", 'as text');
    fill();
    my @warnings = warnings_of { ok(shmwrite($id, undef, 0, 2), 'undef') };
    is_deeply(\@warnings, [ 'Use of uninitialized value in shmwrite' . here(-1) ], 'warns');
    is(contents(), "\0\0..........", 'and writes NULs');
    my @list = (1, 2, 3);
    ok(shmwrite($id, @list, 0, 1), 'an array');
    is(contents(), "3\0..........", 'counts its elements');
};

subtest 'ranges' => sub {
    fill();
    for ([ 0, 13 ], [ 12, 1 ], [ 13, 0 ], [ -1, 1 ], [ 0, -1 ], [ 2147483647, 2147483647 ]) {
        my ($pos, $size) = @$_;
        $! = 0;
        is(shmwrite($id, 'abc', $pos, $size), 0, "position $pos, size $size");
        is($! + 0, EFAULT, 'EFAULT');
    }
    is(shmwrite($id, 'abc', 12, 0), 1, 'nothing at the end is possible');
    is(contents(), '............', 'nothing was written');
    is(shmwrite(-1, 'abc', 0, 3), 0, 'unknown segment');
    is($! + 0, EINVAL, 'EINVAL');
};

subtest 'characters' => sub {
    my $flagged = "\xe9\xff";
    utf8::upgrade($flagged);
    fill();
    ok(shmwrite($id, $flagged, 0, 2), 'characters below 256');
    is(contents(), "\xe9\xff..........", 'are bytes, however stored');
    ok(!utf8::is_utf8($flagged), 'the caller\'s string is downgraded in place');

    is(error_of { shmwrite($id, "\x{263a}", 0, 2) }, 'Wide character in shmwrite' . here, 'a wide character dies');
    is($! + 0, 0, 'and leaves $! at 0');
    is(error_of { shmwrite($id, "\x{263a}", 0, 0) }, 'Wide character in shmwrite' . here, 'with SIZE 0 too');
    is(error_of { shmwrite($id, "\x{263a}", 0, 100) }, '', 'but not when the range is wrong');
    is($! + 0, EFAULT, 'which is EFAULT');
    is(error_of { use bytes; shmwrite($id, "\x{263a}", 0, 2) }, 'Wide character in shmwrite' . here, 'use bytes changes nothing');
    is(contents(), "\xe9\xff..........", 'nothing was written');
};

subtest 'the string stays' => sub {
    my $text = 'abc';
    ok(shmwrite($id, $text, 0, 12), 'written');
    is($text, 'abc', 'unchanged');
    my $substr = 'abcdef';
    ok(shmwrite($id, substr($substr, 2, 2), 0, 2), 'a part of a string');
    is(substr(contents(), 0, 2), 'cd', 'written');
    ok(shmwrite($id, "a" . "b" x 3, 0, 4), 'an expression');
    is(substr(contents(), 0, 4), 'abbb', 'written');
    my %hash;
    no warnings 'uninitialized';
    ok(shmwrite($id, $hash{missing}, 0, 1), 'a missing element');
    is(join(',', keys %hash), '', 'is not created');
};

is(prototype 'CORE::shmwrite', '$$$$', 'prototype');

done_testing;
