use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Config;
use Errno qw(EFAULT EINVAL ERANGE);
use IPC::SysV qw(GETVAL IPC_CREAT IPC_NOWAIT IPC_RMID SETVAL);

# How every form of number arrives as a C int, long or key.

my $set = semaphore_set(1);

# The value as a C int, as far as a semaphore can tell: 0 .. 32767, or out of range.
sub as_int {
    my ($value) = @_;
    no warnings;
    return $! == ERANGE ? 'out of range' : "error $!" unless semctl($set, 0, SETVAL, $value);
    return semctl($set, 0, GETVAL, 0) + 0;
}

subtest 'int' => sub {
    my @cases = (
        [ undef, 0 ], [ '', 0 ], [ 'abc', 0 ], [ '0x10', 0 ], [ '0b11', 0 ], [ '--5', 0 ], [ '.9', 0 ], [ '  ', 0 ],
        [ '12abc', 12 ], [ '12e', 12 ], [ ' 12 ', 12 ], [ "12\n", 12 ], [ "\t\n\r\f\x0b 12", 12 ],
        [ '010', 10 ], [ '1e3', 1000 ], [ '1_000', 1 ], [ '1,5', 1 ], [ '1.5.5', 1 ], [ '+9', 9 ], [ '1.', 1 ],
        [ '.5e1', 5 ], [ '12.99', 12 ], [ '1e-1', 0 ], [ "5\0", 5 ], [ '+ 9', 0 ], [ '.', 0 ], [ '-', 0 ],
        [ 1.999, 1 ], [ -0.999, 0 ], [ 4294967301, 5 ], [ '4294967301', 5 ], [ 4294967301.7, 5 ], [ -4294967291, 5 ],
        [ 9223372036854775808, 0 ], [ '9223372036854775808', 0 ], [ 9223372036854775807, 'out of range' ],
        [ 18446744073709551615, 'out of range' ], [ 18446744073709551616, 'out of range' ], [ 1e20, 'out of range' ],
        [ '1e20', 'out of range' ], [ -9223372036854775808, 0 ], [ -1e20, 0 ], [ 2147483648, 'out of range' ],
        [ -1, 'out of range' ], [ 9**9**9, 'out of range' ], [ -9**9**9, 0 ], [ 'Inf', 'out of range' ],
        [ 'infinity', 'out of range' ], [ '-inf', 0 ], [ 'nan', 0 ], [ 'NaN', 0 ], [ 'nanq', 0 ], [ 'infx', 'out of range' ],
        [ '9007199254740993', 1 ], [ '9007199254740993.5', 1 ], [ '-9007199254740991.5', 1 ], [ '4294967301.99', 5 ],
        [ '9007199254740993x', 0 ], [ '9007199254740993.5x', 2 ], [ '9007199254740993e0', 0 ],
        [ !!1, 1 ], [ !!0, 0 ], [ '0 but true', 0 ], [ "\x{661}\x{662}", 0 ], [ "12\x{100}", 12 ], [ '1 2', 1 ],
    );
    for (@cases) {
        my ($value, $expected) = @$_;
        my $shown = defined $value ? "'$value'" : 'undef';
        $shown =~ s/([^ -~])/sprintf '\\x{%x}', ord $1/ge;
        is(as_int($value), $expected, $shown);
    }
};

subtest 'long' => sub {
    plan skip_all => 'longs have 32 bits' if $Config{longsize} < 8;
    my $queue = queue();
    my $received = sub {
        my ($type) = @_;
        no warnings;
        msgsnd($queue, pack('l!', $_), 0) or die "msgsnd: $!" for 1, 2, 12, 4294967297, 9223372036854775807;
        my $message;
        my $got = msgrcv($queue, $message, 0, $type, IPC_NOWAIT) ? unpack 'l!', $message : 'none';
        1 while msgrcv($queue, my $rest, 0, 0, IPC_NOWAIT);
        return $got;
    };
    my @cases = (
        [ 2, 2 ], [ '2', 2 ], [ 2.9, 2 ], [ '2.9', 2 ], [ ' 12abc', 12 ], [ 4294967297, 4294967297 ], [ '4294967297', 4294967297 ],
        [ 4294967297.5, 4294967297 ], [ 9223372036854775807, '9223372036854775807' ], [ '9223372036854775807', '9223372036854775807' ],
        [ 9223372036854775806, 'none' ], [ 0, 1 ], [ undef, 1 ], [ 'abc', 1 ], [ -1, 1 ], [ -2.5, 1 ],
        [ 18446744073709551615, 1 ], [ 1e20, 1 ], [ -1e20, 1 ], [ 'nan', 1 ],
    );
    is($received->($_->[0]), $_->[1], defined $_->[0] ? "'$_->[0]'" : 'undef') for @cases;
};

subtest 'key' => sub {
    plan skip_all => 'the conversion of x86_64' if (eval { `uname -m` } // '') !~ /x86_64/;
    plan skip_all => 'somebody uses this key' if defined shmget(-2147483648, 0, 0);
    my $key_of = sub {
        my ($value) = @_;
        no warnings;
        my $id = shmget($value, 1, IPC_CREAT | 0600);
        die "shmget: $!" unless defined $id;
        my $key = stat_fields(shm => $id)->{key};
        shmctl($id, IPC_RMID, 0);
        return $key;
    };
    my $key = unused_key();
    my @cases = (
        [ undef, 0 ], [ '', 0 ], [ 'abc', 0 ], [ '0x10', 0 ], [ 0.9, 0 ], [ -0.9, 0 ],
        [ $key + 0.9, $key ], [ " $key ", $key ], [ "${key}x", $key ], [ -$key, -$key ], [ "-$key.9", -$key ],
        [ 2147483647, 2147483647 ], [ 2147483647.9, 2147483647 ], [ '-2147483648.9', -2147483648 ],
        map([ $_, -2147483648 ], 2147483648, 4294967295, 4294967301, -2147483649, '9223372036854775808', ~0, 1e20, -1e20,
            'Inf', '-Inf', 'NaN'),
    );
    for (@cases) {
        my ($value, $expected) = @$_;
        (my $name = defined $value ? "'$value'" : 'undef') =~ s/$key/KEY/;
        is($key_of->($value), $expected, $name);
    }
};

subtest 'position and size' => sub {
    my $segment = segment(70_000);
    shmwrite($segment, 'marker', 65_536, 6) or die "shmwrite: $!";
    for my $pos (65_536, '65536', '65536.9', 65_536.9, '6.5536e4', 4294967296 + 65_536, "65536 \n") {
        ok(shmread($segment, my $text, $pos, 6), "position $pos");
        is($text, 'marker', 'its bytes');
    }
    for my $size (2147483648, 4294967295, -1, 9**9**9) {
        is(shmread($segment, my $text, 0, $size), 0, "size $size is negative");
        is($! + 0, EFAULT, 'EFAULT');
    }
};

subtest 'size of a new segment' => sub {
    no warnings 'numeric';
    for (map [ split /=/ ], '100=100', '100.9=100', '1e2=100', '12abc=12', ' 7 =7') {
        my ($given, $expected) = @$_;
        is(stat_fields(shm => also_remove(shm => shmget(0, $given, 0600)))->{segsz}, $expected, "'$given'");
    }
    for my $size ('0x10', '', 'nan', '0 but true') {
        is(shmget(0, $size, 0600), undef, "'$size' is 0");
        is($! + 0, EINVAL, 'EINVAL');
    }
};

subtest 'use integer changes nothing' => sub {
    use integer;
    is(as_int(4294967301), 5, 'int');
    is(as_int(3.9), 3, 'a fraction');
};

done_testing;
