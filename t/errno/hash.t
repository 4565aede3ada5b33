use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno ();

subtest 'asking' => sub {
    $! = Errno::ENOENT();
    is($!{ENOENT}, 2, 'the number when it is the error');
    is($!{EINVAL}, 0, '0 when it is another');
    is($!{ENONSENSE}, '', 'empty when there is no such name');
    is($!{enoent}, '', 'names have a case');
    $! = Errno::EAGAIN();
    ok($!{EAGAIN} && $!{EWOULDBLOCK}, 'EAGAIN and EWOULDBLOCK are one');
    $! = 0;
    ok(!$!{ENOENT}, 'no error');
};

subtest 'after a call' => sub {
    shmget(-11, 1, 0);
    ok($!{ENOENT}, 'shmget: ENOENT');
    semop(-1, '');
    ok($!{EINVAL}, 'semop: EINVAL');
    my $id = segment(4);
    shmread($id, my $text, 0, 5);
    ok($!{EFAULT}, 'shmread: EFAULT');
    shmread($id, $text, 0, 4);
    is(scalar(grep { $!{$_} } keys %!), 0, 'success: none');
};

subtest 'names' => sub {
    ok(exists $!{EPERM}, 'exists');
    ok(!exists $!{EXYZ}, 'does not exist');
    is(scalar(keys %!), 134, 'names on Linux');
    $! = 35;
    is(join(' ', sort grep { $!{$_} } keys %!), 'EDEADLK EDEADLOCK', 'aliases');
    $! = 95;
    is(join(' ', sort grep { $!{$_} } keys %!), 'ENOTSUP EOPNOTSUPP', 'aliases');
    ok(%! ? 1 : 0, 'true');
    my %copy = %!;
    is($copy{ENOTSUP}, 95, 'a copy is a snapshot');
    $! = 0;
    is($copy{ENOTSUP}, 95, 'that stays');
    my $found = 0;
    while (my ($name, $value) = each %!) { $found++ if $name eq 'ENOENT' }
    is($found, 1, 'each');
};

subtest 'read only' => sub {
    like(error_of { $!{ENOENT} = 1 }, qr/^ERRNO hash is read only! at /, 'store');
    like(error_of { delete $!{ENOENT} }, qr/^ERRNO hash is read only! at /, 'delete');
    like(error_of { %! = () }, qr/^ERRNO hash is read only! at /, 'clear');
};

subtest 'Errno' => sub {
    is(Errno::ENOENT() + 1, 3, 'constants have an empty prototype');
    is(prototype('Errno::EINVAL'), '', 'which is visible');
    is(scalar @Errno::EXPORT_OK, 134, 'names to export');
    is(scalar @{ $Errno::EXPORT_TAGS{POSIX} }, 74, 'of POSIX');
    is(eval 'package Importer1; use Errno ":POSIX"; EINVAL + 0', 22, 'use Errno ":POSIX"');
    is(eval 'package Importer2; use Errno qw(EIDRM ENOMSG); join ",", EIDRM, ENOMSG', '43,42', 'use Errno with names');
    eval 'package Importer3; use Errno qw(EFOO); 1';
    like($@, qr/^"EFOO" is not exported by the Errno module\n.*Can't continue after import errors at /s, 'an unknown name');
    like(error_of { Errno::EFOO() }, qr/^Undefined subroutine &Errno::EFOO called at /, 'called');
};

done_testing;
