use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EINVAL ENOENT);
use IPC::SysV qw(GETALL IPC_NOWAIT IPC_RMID IPC_STAT SETALL);

# Variables that calls write into: shmread, msgrcv, IPC_STAT, GETALL.

my $segment = segment(4);
shmwrite($segment, 'data', 0, 4);
my $queue = queue();
my $set = semaphore_set(2);
semctl($set, 0, SETALL, pack 's!2', 3, 4);
my $gone = segment(4);
shmctl($gone, IPC_RMID, 0);

sub message { msgsnd($queue, pack('l! a*', 1, 'data'), 0) or die "msgsnd: $!" }

my %call = (
    shmread  => [ sub { shmread($segment, $_[0], 0, 4) }, 'data' ],
    msgrcv   => [ sub { message(); msgrcv($queue, $_[0], 4, 0, IPC_NOWAIT) }, pack 'l! a*', 1, 'data' ],
    GETALL   => [ sub { semctl($set, 0, GETALL, $_[0]) }, pack 's!2', 3, 4 ],
    IPC_STAT => [ sub { msgctl($queue, IPC_STAT, $_[0]) && substr($_[0], 20, 4) }, undef ],
);
my %failing = (
    shmread  => sub { shmread($gone, $_[0], 0, 4) },
    msgrcv   => sub { msgrcv($queue, $_[0], 4, 0, IPC_NOWAIT) },
    GETALL   => sub { semctl(-1, 0, GETALL, $_[0]) },
    IPC_STAT => sub { shmctl($gone, IPC_STAT, $_[0]) },
);

sub kinds {
    return (
        undefined => undef, number => 42, float => 1.5, string => 'before', empty => '', wide => "\x{263a}\x{100}",
        long => 'x' x 1000, reference => [ 1, 2 ], code => sub { 1 },
    );
}

for my $name (sort keys %call) {
    subtest "$name succeeds" => sub {
        my ($code, $expected) = @{ $call{$name} };
        my @kinds = kinds();
        while (my ($kind, $value) = splice @kinds, 0, 2) {
            my $copy = $value;
            ok($code->($value), "into: $kind");
            is($value, $expected, 'the data') if defined $expected;
            is(length $value, 120, 'the structure') unless defined $expected;
            ok(!utf8::is_utf8($value), 'bytes');
            is(ref $value, '', 'no reference');
            is($copy, $copy, 'the copy stays') if defined $copy;
        }
        my $text = 'shared';
        my $copy = $text;
        my %holds = (text => $text);
        $code->($text);
        is("$copy $holds{text}", 'shared shared', 'earlier copies are unaffected');
    };
    subtest "$name fails" => sub {
        my $code = $failing{$name};
        my @kinds = kinds();
        while (my ($kind, $value) = splice @kinds, 0, 2) {
            my $before = $value;
            ok(!$code->($value), "into: $kind");
            if ($name eq 'msgrcv' and ref $before) { is($value, "$before", 'a reference becomes its name') }
            elsif ($name eq 'msgrcv' and !defined $before) { is($value, '', 'undef becomes the empty string') }
            elsif ($name eq 'IPC_STAT' and ref $before) { is($value, undef, 'a reference becomes undef') }
            else { is_deeply($value, $before, 'nothing changes') }
            is(utf8::is_utf8($value), utf8::is_utf8($before), 'nor how it is stored') if $kind eq 'wide';
        }
    };
}

subtest 'expressions that are variables' => sub {
    my ($p, $q, %h, @a) = ('p', undef);
    my @cases = (
        [ sub { shmread($segment, $p // $q, 0, 4) }, sub { $p }, '//' ],
        [ sub { shmread($segment, $q || $p, 0, 4) }, sub { $p }, '||' ],
        [ sub { shmread($segment, ($q, $p)[1], 0, 4) }, sub { $p }, 'a slice of a list' ],
        [ sub { shmread($segment, ($p = 'new'), 0, 4) }, sub { $p }, 'an assignment' ],
        [ sub { my $n = 1; shmread($segment, ++$n, 0, 4); $p = $n }, sub { $p }, '++' ],
        [ sub { shmread($segment, $h{new} //= '', 0, 4) }, sub { $h{new} }, '//=' ],
        [ sub { shmread($segment, ${ \ $a[2] }, 0, 4) }, sub { $a[2] }, 'a reference to a new element' ],
        [ sub { shmread($segment, local $_, 0, 4); $p = $_ }, sub { $p }, 'local $_' ],
        [ sub { shmread($segment, our $package_variable, 0, 4) }, sub { our $package_variable }, 'our' ],
        [ sub { shmread($segment, (1 ? $p : $q), 0, 4) }, sub { $p }, '?:' ],
    );
    for (@cases) {
        my ($code, $value, $name) = @$_;
        $p = 'p';
        $code->();
        is($value->(), 'data', $name);
    }
    my @temporary = (
        [ sub { shmread($segment, substr($_[0], 0, 2), 0, 4) }, 'substr' ], [ sub { shmread($segment, lc $_[0], 0, 4) }, 'lc' ],
        [ sub { shmread($segment, $_[0] . 'x', 0, 4) }, 'concatenation' ], [ sub { shmread($segment, $_[0]++, 0, 4) }, '++ after' ],
        [ sub { shmread($segment, vec($_[0], 0, 8), 0, 4) }, 'vec' ], [ sub { shmread($segment, scalar(@_), 0, 4) }, 'scalar' ],
    );
    for (@temporary) {
        my ($code, $name) = @$_;
        my $text = 'ab';
        is($code->($text), 1, "$name succeeds");
        isnt($text, 'data', 'without effect');
    }
};

subtest 'read-only variables' => sub {
    my $text = 'Modification of a read-only value attempted';
    for my $value (1, 'constant') {
        is(error_of { shmctl($segment, IPC_STAT, $value) }, $text . here, 'IPC_STAT dies');
        is(error_of { shmctl($gone, IPC_STAT, $value) }, $text . here, 'also where the call would fail');
        is(error_of { semctl($set, 0, GETALL, $value) }, $text . here, 'GETALL dies');
        is(error_of { semctl(-1, 0, GETALL, $value) }, '', 'but not where the set is unknown');
        is($! + 0, EINVAL, 'EINVAL');
        is(error_of { shmread($gone, $value, 0, 4) }, '', 'shmread fails before it looks');
        is($! + 0, EINVAL, 'EINVAL');
    }
    $! = ENOENT;
    eval { shmctl($segment, IPC_STAT, undef) };
    like($@, qr/^$text at /, 'undef');
    is($! + 0, ENOENT, 'leaves $! alone');
};

subtest 'objects that are replaced' => sub {
    our @destroyed;
    {
        package Witness;
        sub new { my ($class, $name) = @_; return bless [$name], $class }
        sub DESTROY { push @main::destroyed, $_[0][0] }
    }
    message();
    my $object = Witness->new('msgrcv');
    msgrcv($queue, $object, 10, 0, IPC_NOWAIT);
    is("@destroyed", 'msgrcv', 'msgrcv releases the object');
    $object = Witness->new('IPC_STAT');
    shmctl($segment, IPC_STAT, $object);
    is("@destroyed", 'msgrcv IPC_STAT', 'so does IPC_STAT');
    $object = Witness->new('failing');
    shmctl($gone, IPC_STAT, $object);
    is("@destroyed", 'msgrcv IPC_STAT failing', 'even when it fails');
};

subtest 'tied variables' => sub {
    {
        package Counted;
        sub TIESCALAR { my ($class, $value) = @_; return bless { value => $value, fetch => 0, store => 0 }, $class }
        sub FETCH { my $self = shift; $self->{fetch}++; return $self->{value} }
        sub STORE { my ($self, $value) = @_; $self->{store}++; $self->{value} = $value }
    }
    tie my $variable, 'Counted', 'old';
    my $object = tied $variable;
    shmread($segment, $variable, 0, 4);
    is($object->{value}, 'data', 'shmread stores');
    is($object->{store}, 1, 'once');
    shmread($segment, $variable, 0, 400);
    is($object->{store}, 1, 'a failing call does not');

    my %hash;
    {
        package Kept;
        require Tie::Hash;
        our @ISA = 'Tie::StdHash';
    }
    tie %hash, 'Kept';
    ok(shmread($segment, $hash{new}, 0, 4), 'an element of a tied hash');
    is($hash{new}, 'data', 'is stored');
};

subtest 'special variables' => sub {
    local $_ = 'topic';
    shmread($segment, $_, 0, 4);
    is($_, 'data', '$_');
    {
        no warnings 'numeric';
        shmread($segment, $!, 0, 4);
        is($! + 0, 0, '$! takes the data as a number');
    }
    local $, = '-';
    shmread($segment, $,, 0, 4);
    is($,, 'data', '$,');
    'match' =~ /(m)/;
    is(error_of { shmread($segment, $1, 0, 4) }, 'Modification of a read-only value attempted' . here, '$1');
};

done_testing;
