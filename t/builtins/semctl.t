use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Config;
use Errno qw(EEXIST EFAULT EINVAL ENOENT ERANGE);
use IPC::SysV qw(GETALL GETNCNT GETPID GETVAL GETZCNT IPC_INFO IPC_RMID IPC_SET IPC_STAT SETALL SETVAL);

use constant SEMID_DS => $Config{archname} =~ /aarch64/ ? 88 : 104;

sub values_of {
    my ($id) = @_;
    semctl($id, 0, GETALL, my $data) or die "semctl: $!";
    return join ',', unpack 's!*', $data;
}

subtest 'SETVAL and GETVAL' => sub {
    my $id = semaphore_set(2);
    $! = ENOENT;
    is(semctl($id, 0, SETVAL, 7), '0 but true', 'SETVAL');
    is($! + 0, 0, 'clears $!');
    is(semctl($id, 0, GETVAL, 0), 7, 'GETVAL is the value');
    is(semctl($id, 1, GETVAL, 0), '0 but true', '0 is "0 but true"');
    cmp_ok(semctl($id, 1, GETVAL, 0), '==', 0, 'which is 0');
    is(values_of($id), '7,0', 'only that semaphore');

    my @values = ([ 32767, 32767 ], [ 3.9, 3 ], [ '12', 12 ], [ 4294967301, 5 ], [ '0 but true', '0 but true' ], [ '9z', 9 ]);
    for (@values) {
        my ($value, $expected) = @$_;
        my @warnings = warnings_of { is(semctl($id, 0, SETVAL, $value), '0 but true', "set $value") };
        is(scalar @warnings, $value eq '9z' ? 1 : 0, 'warnings');
        is(semctl($id, 0, GETVAL, 0), $expected, 'its value');
    }
    is(join('', warnings_of { semctl($id, 0, SETVAL, undef) }), '', 'undef is silent');
    is(semctl($id, 0, GETVAL, undef), '0 but true', 'and sets 0');
    for my $value (32768, -1, 65536, 2147483648) {
        is(semctl($id, 0, SETVAL, $value), undef, "$value is out of range");
        is($! + 0, ERANGE, 'ERANGE');
    }
};

subtest 'GETALL and SETALL' => sub {
    my $id = semaphore_set(4);
    is(semctl($id, 0, SETALL, pack 's!4', 1, 2, 32767, 0), '0 but true', 'SETALL');
    is(semctl($id, 0, GETALL, my $data), '0 but true', 'GETALL');
    is(length $data, 8, 'two bytes for each');
    is(join(',', unpack 's!*', $data), '1,2,32767,0', 'the values');
    is(semctl($id, 99, GETALL, $data), '0 but true', 'the number of the semaphore does not matter');

    my $error = error_of { semctl($id, 0, SETALL, pack 's!3', 1, 2, 3) };
    is($error, 'Bad arg length for semctl, is 6, should be 8' . here(-1), 'too few');
    $error = error_of { semctl($id, 0, SETALL, pack 's!5', 1 .. 5) };
    is($error, 'Bad arg length for semctl, is 10, should be 8' . here(-1), 'too many');
    my @warnings = warnings_of { eval { semctl($id, 0, SETALL, undef) } };
    is_deeply(\@warnings, [ 'Use of uninitialized value in semctl' . here(-1) ], 'undef warns');
    is($@, 'Bad arg length for semctl, is 0, should be 8' . here(-2), 'and has length 0');
    is(semctl($id, 0, SETALL, pack 's!4', 1, -1, 1, 1), undef, 'a negative value');
    is($! + 0, ERANGE, 'ERANGE');
    is(values_of($id), '1,2,32767,0', 'nothing was changed');
    is(error_of { semctl($id, 0, SETALL, "\x{100}" x 4) }, 'Wide character in semctl' . here, 'wide characters');
    is(error_of { semctl($id, 0, SETALL, "\x{100}") }, 'Wide character in semctl' . here, 'are noticed before the length');
};

subtest 'GETALL and SETALL ask for the size of the set first' => sub {
    my $gone = semaphore_set(1);
    semctl($gone, 0, IPC_RMID, 0);
    my $data = 'before';
    is(semctl($gone, 0, GETALL, $data), undef, 'GETALL of a removed set');
    is($! + 0, EINVAL, 'EINVAL');
    is($data, 'before', 'the variable is untouched');
    is(error_of { semctl($gone, 0, SETALL, 'bad length') }, '', 'SETALL does not look at its argument');
    is($! + 0, EINVAL, 'EINVAL');
};

subtest 'GETPID, GETNCNT, GETZCNT' => sub {
    my $id = semaphore_set(2);
    is(semctl($id, 0, GETPID, 0), '0 but true', 'nobody has used it');
    semop($id, pack 's!3', 1, 1, 0) or die "semop: $!";
    is(semctl($id, 1, GETPID, 0), $$, 'we have used this one');
    is(semctl($id, 0, GETPID, 0), '0 but true', 'but not the other');
    semctl($id, 0, SETVAL, 3);
    is(semctl($id, 0, GETPID, 0), $$, 'SETVAL counts as use');
    is(semctl($id, 0, GETNCNT, 0), '0 but true', 'nobody waits for more');
    is(semctl($id, 0, GETZCNT, 0), '0 but true', 'or for zero');
};

subtest 'IPC_STAT and IPC_SET' => sub {
    my $id = semaphore_set(5, 0640);
    is(semctl($id, 0, IPC_STAT, my $data), '0 but true', 'IPC_STAT');
    is(length $data, SEMID_DS, 'the whole structure');
    is(unpack('x20 L', $data), 0640, 'mode');
    is(unpack(SEMID_DS == 88 ? 'x64 Q' : 'x80 Q', $data), 5, 'number of semaphores');
    substr($data, 20, 4) = pack 'L', 0600;
    is(semctl($id, 0, IPC_SET, $data), '0 but true', 'IPC_SET');
    is(stat_fields(sem => $id)->{mode}, 0600, 'the mode is set');
    my $error = error_of { semctl($id, 0, IPC_SET, 'x') };
    is($error, 'Bad arg length for semctl, is 1, should be ' . SEMID_DS . here(-1), 'a wrong length');
};

subtest 'IPC_RMID' => sub {
    my $id = semaphore_set(1);
    is(semctl($id, 0, IPC_RMID, 0), '0 but true', 'removed');
    is(semctl($id, 0, IPC_RMID, 0), undef, 'only once');
    is($! + 0, EINVAL, 'EINVAL');
    my $other = semaphore_set(1);
    is(semctl($other, 99, IPC_RMID, undef), '0 but true', 'the number of the semaphore does not matter');
};

subtest 'errors' => sub {
    my $id = semaphore_set(2);
    for my $number (2, -1, 70000) {
        is(semctl($id, $number, GETVAL, 0), undef, "semaphore $number");
        is($! + 0, EINVAL, 'EINVAL');
    }
    for my $command (-1, 77) {
        is(semctl($id, 0, $command, 0), undef, "command $command");
        is($! + 0, EINVAL, 'EINVAL');
    }
    is(semctl(-1, 0, GETVAL, 0), undef, 'id -1');
    is($! + 0, EINVAL, 'EINVAL');
    is(semctl($id, 0, IPC_INFO, 0), undef, 'IPC_INFO with no address');
    is($! + 0, EFAULT, 'EFAULT');
    my @warnings = warnings_of { semctl($id, 0, GETVAL, 'word') };
    is_deeply(\@warnings, [ qq(Argument "word" isn't numeric in semctl) . here(-1) ], 'an ignored argument is evaluated');
    my @list = semctl($id, 2, GETVAL, 0);
    is_deeply(\@list, [undef], 'failure in list context is one undef');
};

is(prototype 'CORE::semctl', '$$$$', 'prototype');

done_testing;
