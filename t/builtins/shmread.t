use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EACCES EFAULT EINVAL ENOENT);
use IPC::SysV qw(IPC_RMID IPC_STAT);

my $id = segment(20);
shmwrite($id, 'abcdefghijklmnopqrst', 0, 20) or die "shmwrite: $!";

subtest 'reading' => sub {
    $! = ENOENT;
    is(shmread($id, my $all, 0, 20), 1, 'returns 1');
    is($! + 0, 0, 'clears $!');
    is($all, 'abcdefghijklmnopqrst', 'the whole segment');
    ok(shmread($id, my $part, 5, 3), 'a part');
    is($part, 'fgh', 'from its position');
    ok(shmread($id, my $fraction, 5.9, 3.9), 'fractions are cut off');
    is($fraction, 'fgh', 'the same part');
    ok(shmread($id, my $wrapped, 4294967296 + 5, 4294967296 + 3), 'bits above 32 are cut off');
    is($wrapped, 'fgh', 'the same part');
    my $longer = 'x' x 100;
    ok(shmread($id, $longer, 0, 4), 'into a longer string');
    is($longer, 'abcd', 'the variable has exactly the stated size');
    my $number = 42;
    ok(shmread($id, $number, 0, 4), 'into a number');
    is($number, 'abcd', 'becomes a string');
};

subtest 'NULs and all bytes' => sub {
    my $bytes = segment(300);
    my $all = join '', map chr, 0 .. 255;
    ok(shmwrite($bytes, $all, 0, 300), 'write');
    ok(shmread($bytes, my $back, 0, 300), 'read');
    is($back, $all . "\0" x 44, 'every byte comes back, with the NUL padding');
    ok(!utf8::is_utf8($back), 'as bytes');
};

subtest 'ranges' => sub {
    my @cases = (
        [ 0, 0, 1 ], [ 20, 0, 1 ], [ 19, 1, 1 ], [ 0, 20, 1 ],
        [ 0, 21, 0 ], [ 20, 1, 0 ], [ 21, 0, 0 ], [ -1, 1, 0 ], [ 0, -1, 0 ], [ -1, -1, 0 ],
        [ 2147483647, 2147483647, 0 ], [ 0, 2147483648, 0 ], [ 4294967295, 1, 0 ],
    );
    for (@cases) {
        my ($pos, $size, $expected) = @$_;
        my $text = 'before';
        $! = ENOENT;
        is(shmread($id, $text, $pos, $size), $expected, "position $pos, size $size");
        if ($expected) {
            is(length $text, $size, 'length');
            is($! + 0, 0, '$! is 0');
        }
        else {
            is($text, 'before', 'the variable is untouched');
            is($! + 0, EFAULT, 'EFAULT');
        }
    }
    my $result = shmread($id, my $text, 0, 21);
    ok(defined $result, 'failure is defined');
    is("$result", '0', 'it is 0');
    is($text, undef, 'and the variable stays undefined');
};

subtest 'unknown segments' => sub {
    my $gone = segment(4);
    shmctl($gone, IPC_RMID, 0);
    for my $bad (-1, $gone, 2147483647) {
        my $text = 'before';
        is(shmread($bad, $text, 0, 1), 0, "id $bad");
        is($! + 0, EINVAL, 'EINVAL');
        is($text, 'before', 'the variable is untouched');
    }
    is(shmread(-1, my $text, -5, -5), 0, 'the id is looked at before the range');
    is($! + 0, EINVAL, 'EINVAL');
};

subtest 'kinds of variables' => sub {
    our $global = 'g';
    my %hash = (key => 1, undefined => undef);
    my @array = (1, 2);
    ok(shmread($id, $global, 0, 2), 'a global');
    is($global, 'ab', 'written');
    ok(shmread($id, $hash{key}, 0, 2), 'a hash element');
    is($hash{key}, 'ab', 'written');
    ok(shmread($id, $hash{undefined}, 0, 2), 'an undefined hash element');
    is($hash{undefined}, 'ab', 'written');
    ok(shmread($id, $array[1], 0, 2), 'an array element');
    is("@array", '1 ab', 'written');
    my $reference = \my $target;
    ok(shmread($id, $$reference, 0, 2), 'a dereferenced variable');
    is($target, 'ab', 'written');
    for my $alias ($array[0]) {
        ok(shmread($id, $alias, 1, 2), 'a loop alias');
    }
    is("@array", 'bc ab', 'written through');
    my ($p, $q) = ('p', 'q');
    ok(shmread($id, (1 ? $p : $q), 0, 3), 'a conditional');
    is("$p $q", 'abc q', 'the chosen one is written');
    sub into { return shmread($id, $_[0], 0, 4) }
    ok(into(my $argument), 'an element of @_');
    is($argument, 'abcd', 'writes the caller\'s variable');
    {
        local $global;
        ok(shmread($id, $global, 3, 2), 'a localized global');
        is($global, 'de', 'written');
    }
    is($global, 'ab', 'restored');
    ok(shmread($id, ${ \ $hash{new} }, 0, 2), 'a reference to a new element');
    is($hash{new}, 'ab', 'makes it and writes it');
};

subtest 'elements that do not exist' => sub {
    my (%hash, @array);
    my $message = 'Modification of a read-only value attempted';
    is(error_of { shmread($id, $hash{missing}, 0, 2) }, $message . here, 'a missing hash element');
    is(join(',', keys %hash), '', 'is not created');
    is(error_of { shmread($id, $array[3], 0, 2) }, $message . here, 'a missing array element');
    is(scalar @array, 0, 'is not created');
    is(error_of { shmread($id, $hash{outer}{inner}, 0, 2) }, $message . here, 'a missing nested element');
    is(ref $hash{outer}, 'HASH', 'creates the container only');
    is(error_of { shmread($id, undef, 0, 2) }, $message . here, 'a literal undef');
    is(shmread($id, $hash{missing}, 0, 100), 0, 'a failing call does not die');
    is($! + 0, EFAULT, 'but says why');
};

subtest 'temporaries' => sub {
    my $text = 'some text';
    my @array = (1, 2, 3);
    ok(shmread($id, substr($text, 0, 4), 0, 4), 'substr');
    is($text, 'some text', 'is not written');
    ok(shmread($id, "$text", 0, 4), 'an expression');
    ok(shmread($id, @array, 0, 4), 'an array');
    is("@array", '1 2 3', 'is not written');
    ok(shmread($id, ($text = 'other'), 0, 4), 'an assignment');
    is($text, 'abcd', 'is its variable');
};

subtest 'what the variable was before' => sub {
    my $flagged = "\x{100}\x{200}";
    ok(shmread($id, $flagged, 0, 5), 'a string with wide characters');
    is($flagged, 'abcde', 'is replaced');
    ok(!utf8::is_utf8($flagged), 'by bytes');
    my $copied = 'original';
    my $copy = $copied;
    ok(shmread($id, $copied, 0, 4), 'a copied string');
    is($copy, 'original', 'leaves the copy alone');
    my $reference = [1];
    ok(shmread($id, $reference, 0, 4), 'a reference');
    is($reference, 'abcd', 'is replaced');
    my $searched = 'aXbX';
    $searched =~ /X/g;
    ok(shmread($id, $searched, 0, 4), 'a string with a pos');
    is(pos $searched, undef, 'loses it');
};

subtest 'attachments' => sub {
    my $before = stat_fields(shm => $id);
    shmread($id, my $text, 0, 4);
    my $after = stat_fields(shm => $id);
    is($after->{nattch}, $before->{nattch}, 'none is left');
    is($after->{lpid}, $$, 'the last pid is ours');
    cmp_ok($after->{atime}, '>=', $^T, 'attach time');
    cmp_ok($after->{dtime}, '>=', $^T, 'detach time');
};

is(prototype 'CORE::shmread', '$$$$', 'prototype');

done_testing;
