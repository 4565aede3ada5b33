use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EEXIST EINVAL);
use IPC::SysV qw(IPC_RMID SHM_RDONLY SHM_RND SHM_REMAP memread memwrite shmat shmdt);

my $id = segment(5000);
sub attached { return stat_fields(shm => $id)->{nattch} }

subtest 'attach and detach' => sub {
    $! = EEXIST;
    my $address = shmat($id, undef, 0);
    is($! + 0, EEXIST, '$! is left alone');
    is(length $address, 8, 'an address has eight bytes');
    is(unpack('J', $address) % 4096, 0, 'of a page');
    is(attached(), 1, 'attached');
    my $second = shmat($id, undef, SHM_RDONLY);
    isnt($second, $address, 'a second attachment');
    is(attached(), 2, 'counts');
    my $result = shmdt($address);
    ok(defined $result, 'detaching is defined');
    is($result, 0, 'and 0');
    is(attached(), 1, 'detached');
    is(shmdt($address), undef, 'nothing is there any more');
    is($! + 0, EINVAL, 'EINVAL');
    is(shmdt($second), 0, 'the second');
    is(attached(), 0, 'none is left');
};

subtest 'failures' => sub {
    is(shmat(-1, undef, 0), undef, 'id -1');
    is($! + 0, EINVAL, 'EINVAL');
    is(shmat(2147483647, undef, 0), undef, 'an unknown id');
    is($! + 0, EINVAL, 'EINVAL');
    is(shmat($id, undef, SHM_REMAP), undef, 'SHM_REMAP without an address');
    is($! + 0, EINVAL, 'EINVAL');
    is(shmat($id, pack('J', 4097), 0), undef, 'an address inside a page');
    is($! + 0, EINVAL, 'EINVAL');
    my $error;
    for my $address (0, 12345678, '', 'short', 'much too long', []) {
        $error = error_of { shmat($id, $address, 0) };
        is($error, 'invalid address value' . here(-1), 'no address: ' . (ref $address || "'$address'"));
        $error = error_of { shmdt($address) };
        is($error, 'invalid address value' . here(-1), 'for shmdt');
    }
    $error = error_of { shmdt(undef) };
    is($error, 'invalid address value' . here(-1), 'undef for shmdt');
    $error = error_of { memread(undef, my $text, 0, 1) };
    is($error, 'invalid address value' . here(-1), 'for memread');
    $error = error_of { memwrite('', 'x', 0, 1) };
    is($error, 'invalid address value' . here(-1), 'for memwrite');
    is(attached(), 0, 'nothing is attached');
};

subtest 'reading and writing' => sub {
    my $address = shmat($id, undef, 0);
    $! = EEXIST;
    is(memwrite($address, 'Hello, world', 0, 12), 1, 'memwrite returns 1');
    is(memread($address, my $text, 7, 5), 1, 'memread too');
    is($text, 'world', 'the bytes');
    is($! + 0, EEXIST, '$! is left alone');
    is(memwrite($address, 'ab', 0, 5), 1, 'a shorter string');
    memread($address, $text, 0, 12);
    is($text, "ab\0\0\0, world", 'is filled with NULs');
    memwrite($address, 'ABCDEF', 0, 2);
    memread($address, $text, 0, 4);
    is($text, "AB\0\0", 'a longer one is cut');
    memread($address, $text, 3, 0);
    is($text, '', 'SIZE 0');
    ok(shmread($id, $text, 0, 2), 'shmread sees it');
    is($text, 'AB', 'too');
    shmwrite($id, 'from shmwrite', 100, 13);
    memread($address, $text, 100, 13);
    is($text, 'from shmwrite', 'and the other way round');
    my @warnings = warnings_of { memwrite($address, undef, 0, 2) };
    is_deeply(\@warnings, [ 'Use of uninitialized value in subroutine entry' . here(-1) ], 'undef warns');
    my %hash;
    my $error = error_of { memread($address, 'literal', 0, 1) };
    is($error, 'Modification of a read-only value attempted' . here(-1), 'a literal cannot be read into');
    memwrite($address, "caf\x{e9}", 0, 5);
    memread($address, $text, 0, 5);
    is($text, "caf\xe9\0", 'bytes');
    my $flagged = "\x{e9}";
    utf8::upgrade($flagged);
    memwrite($address, $flagged, 0, 4);
    memread($address, $text, 0, 4);
    is($text, "\xc3\xa9\0\0", 'a flagged string is written as it is stored');
    memwrite($address, "\x{263a}", 0, 4);
    memread($address, $text, 0, 4);
    is($text, "\xe2\x98\xba\0", 'so are wide characters');
    shmdt($address);
};

subtest 'addresses' => sub {
    my $address = shmat($id, undef, 0);
    memwrite($address, "string\0rest", 0, 11);
    is(unpack('P6', $address), 'string', 'unpack P');
    is(unpack('p', $address), 'string', 'unpack p');
    my $later = pack 'J', 3 + unpack 'J', $address;
    memread($later, my $text, 0, 3);
    is($text, 'ing', 'an address further on');
    shmctl($id, IPC_RMID, 0);
    memread($address, $text, 0, 6);
    is($text, 'string', 'a removed segment stays while attached');
    is(shmdt($address), 0, 'detached');
    is(shmat($id, undef, 0), undef, 'and gone');
};

subtest 'calls' => sub {
    is(prototype('IPC::SysV::shmat'), '$$$', 'shmat');
    is(prototype('IPC::SysV::shmdt'), '$', 'shmdt');
    is(prototype('IPC::SysV::memread'), '$$$$', 'memread');
    is(prototype('IPC::SysV::memwrite'), '$$$$', 'memwrite');
    like(error_of { &shmat(1) }, qr/^Usage: IPC::SysV::shmat\(id, addr, flag\) at /, 'shmat');
    like(error_of { &shmdt() }, qr/^Usage: IPC::SysV::shmdt\(addr\) at /, 'shmdt');
    like(error_of { &memread(1) }, qr/^Usage: IPC::SysV::memread\(addr, sv, pos, size\) at /, 'memread');
    like(error_of { &memwrite(1) }, qr/^Usage: IPC::SysV::memwrite\(addr, sv, pos, size\) at /, 'memwrite');
    my @warnings = warnings_of { shmat(undef, undef, undef) };
    like($_, qr/^Use of uninitialized value in subroutine entry at /, 'undef warns') for @warnings;
    is(scalar @warnings, 2, 'for the id and the flags');
};

done_testing;
