use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EEXIST EINVAL ENOENT ENOSPC);
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_EXCL IPC_RMID);

sub created { return also_remove(shm => $_[0]) }

subtest 'a private segment' => sub {
    $! = ENOENT;
    my $id = shmget(IPC_PRIVATE, 100, IPC_CREAT | 0600);
    is($! + 0, 0, 'success sets $! to 0');
    ok(defined $id, 'an id') or return;
    created($id);
    like($id, qr/\A[0-9]+\z/, 'the id is an integer');

    my $other = created(shmget(IPC_PRIVATE, 100, IPC_CREAT | 0600));
    isnt($other, $id, 'every call makes a new segment');

    my $plain = shmget(0, 100, 0600);
    ok(defined $plain, 'key 0 is IPC_PRIVATE and needs no IPC_CREAT');
    created($plain);

    my $fields = stat_fields(shm => $id);
    is($fields->{segsz}, 100, 'the recorded size is exactly the requested one');
    is($fields->{mode} & 0777, 0600, 'mode');
    is($fields->{key}, 0, 'key');
    is($fields->{nattch}, 0, 'nobody is attached');
    is("@$fields{qw(atime dtime lpid)}", '0 0 0', 'times and last pid of a new segment');
    is($fields->{cpid}, $$, 'creator');

    ok(shmread($id, my $contents, 0, 100), 'readable');
    is($contents, "\0" x 100, 'a new segment holds NULs');
};

subtest 'sizes when creating' => sub {
    for my $size (0, '0', 'abc', 0.9, -1, '-3') {
        no warnings 'numeric';
        my $id = shmget(IPC_PRIVATE, $size, 0600);
        is($id, undef, "size $size is refused");
        is($! + 0, EINVAL, 'EINVAL');
    }
    my $one = created(shmget(IPC_PRIVATE, 1.999, 0600));
    is(stat_fields(shm => $one)->{segsz}, 1, 'a fraction is cut off');
};

subtest 'a key that nothing has' => sub {
    my $key = unused_key();
    my $id = shmget($key, 10, 0600);
    is($id, undef, 'without IPC_CREAT: undef');
    is($! + 0, ENOENT, 'ENOENT');
    is("$!", 'No such file or directory', 'its text');

    my @list = shmget($key, 10, 0600);
    is(scalar @list, 1, 'failure in list context is one value');
    is($list[0], undef, 'which is undef');

    is(shmget($key, 10, IPC_EXCL | 0600), undef, 'IPC_EXCL alone creates nothing');
    is($! + 0, ENOENT, 'ENOENT');
};

subtest 'a key that is known' => sub {
    my $key = unused_key();
    my $id = created(shmget($key, 100, IPC_CREAT | 0640));
    is(stat_fields(shm => $id)->{key}, $key, 'the key is recorded');

    is(shmget($key, 100, 0), $id, 'the same size finds it');
    is(shmget($key, 0, 0), $id, 'so does 0');
    is(shmget($key, 7, IPC_CREAT | 0600), $id, 'and a smaller size, IPC_CREAT or not');
    is(shmget($key, 100, IPC_EXCL), $id, 'IPC_EXCL alone is ignored');

    is(shmget($key, 101, 0), undef, 'a larger size fails');
    is($! + 0, EINVAL, 'EINVAL');
    is(shmget($key, 100, IPC_CREAT | IPC_EXCL | 0600), undef, 'IPC_CREAT with IPC_EXCL fails');
    is($! + 0, EEXIST, 'EEXIST');

    is(shmctl($id, IPC_RMID, 0), '0 but true', 'removed');
    is(shmget($key, 0, 0), undef, 'then the key is free');
    is($! + 0, ENOENT, 'ENOENT');
};

subtest 'keys are 32 bits' => sub {
    my $key_of = sub {
        my $id = shmget($_[0], 8, IPC_CREAT | 0600);
        return 'fails' unless defined $id;
        my $key = stat_fields(shm => $id)->{key};
        shmctl($id, IPC_RMID, 0);
        return $key;
    };
    my $base = unused_key();
    is($key_of->($base + 0.75), $base, 'fractions are cut off');
    is($key_of->(-$base), -$base, 'a negative key');
    is($key_of->("$base"), $base, 'a string of digits');
    my @warnings = warnings_of { is($key_of->("${base}xyz"), $base, 'the number at the start of a string') };
    like("@warnings", qr/^Argument "${base}xyz" isn't numeric in shmget at \S+ line \d+\.$/, 'with a warning');
    is($key_of->(2147483647), 2147483647, 'the greatest key');
    is($key_of->(-2147483648), -2147483648, 'the smallest key');
};

subtest 'keys of 2**31 and more are one key' => sub {
    plan skip_all => 'the conversion of x86_64' if `uname -m` !~ /x86_64/;
    plan skip_all => 'somebody uses this key' if defined shmget(-2147483648, 0, 0);
    my $id = created(shmget(0xDEADBEEF, 8, IPC_CREAT | 0600));
    is(stat_fields(shm => $id)->{key}, -2147483648, '0xDEADBEEF becomes 0x80000000');
    is(shmget($_, 8, 0), $id, "as does $_") for 0xCAFEBABE, 2147483648, 4294967295, ~0, 2**40, 1e300, 'nan', -1e300;
};

subtest 'flags' => sub {
    my $decimal = created(shmget(IPC_PRIVATE, 8, "0600"));
    is(stat_fields(shm => $decimal)->{mode} & 0777, 0130, 'the string "0600" is decimal 600');
    my $octal = created(shmget(IPC_PRIVATE, 8, oct '0600'));
    is(stat_fields(shm => $octal)->{mode} & 0777, 0600, 'oct makes it octal');
    my $float = created(shmget(IPC_PRIVATE, 8, 384.9));
    is(stat_fields(shm => $float)->{mode} & 0777, 0600, 'a fraction is cut off');
};

subtest 'arguments are scalars' => sub {
    my @five = (1) x 5;
    my $id = created(shmget(IPC_PRIVATE, @five, 0600));
    is(stat_fields(shm => $id)->{segsz}, 5, 'an array counts its elements');
    my $sub = sub { return (7, 8, 9) };
    my $last = created(shmget(IPC_PRIVATE, $sub->(), 0600));
    is(stat_fields(shm => $last)->{segsz}, 9, 'a sub is called in scalar context');
};

is(prototype 'CORE::shmget', '$$$', 'prototype');

done_testing;
