use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EEXIST EINVAL);

our $global;
our @list = (undef, undef);
my ($x, $y, %hash, @array, $reference);

# Every warning of the code must say TEXT, at the line of the code.
sub warns {
    my ($code, $name, @expected) = @_;
    my $line = (caller)[2];
    my @warnings = warnings_of { $code->() };
    is_deeply(\@warnings, [ map "$_ at $0 line $line.\n", @expected ], $name);
}

my $un = 'Use of uninitialized value';

subtest 'names: the only argument that is not a constant' => sub {
    warns(sub { shmctl($x, 77, 0) }, 'a lexical', "$un \$x in shmctl");
    warns(sub { shmctl($global, 77, 0) }, 'a global', "$un \$global in shmctl");
    warns(sub { shmctl($hash{key}, 77, 0) }, 'a hash element', "$un \$hash{\"key\"} in shmctl");
    warns(sub { shmctl($array[3], 77, 0) }, 'an array element', "$un \$array[3] in shmctl");
    warns(sub { shmctl($list[-1], 77, 0) }, 'from the end', "$un \$list[-1] in shmctl");
    warns(sub { shmctl(undef, 77, 0) }, 'a literal', "$un in shmctl");
    warns(sub { shmctl($$reference{key}, 77, 0) }, 'through a reference', "$un in shmctl");
    my $key = 'kk';
    $hash{kk} = undef;
    warns(sub { shmctl($hash{$key}, 77, 0) }, 'an element whose key is a variable', "$un \$hash{\"kk\"} in shmctl");
};

subtest 'names: elements with computed subscripts' => sub {
    my $i = 7;
    warns(sub { shmctl($array[$i + 1], 77, 0) }, 'an array element that is not there', "$un within \@array in shmctl");
    warns(sub { shmctl($hash{$i + 1}, 77, 0) }, 'a hash element that is not there', "$un within \%hash in shmctl");
    my @undefined = (1, undef);
    $i = 1;
    warns(sub { shmctl($undefined[$i], 77, 0) }, 'one that is there', "$un \$undefined[1] in shmctl");
    warns(sub { shmctl($_, 77, 0) for my $alias = undef }, 'a loop variable', "$un \$_ in shmctl");
    my $function = sub { undef };
    warns(sub { shmctl($function->(), 77, 0) }, 'the result of a sub', "$un in shmctl");
};

subtest 'names: several variables' => sub {
    my $command = 77;
    warns(sub { shmctl($x, $command, 0) }, 'a simple variable', "$un \$x in shmctl");
    warns(sub { shmctl($hash{key}, $command, 0) }, 'an element that does not exist has no name', "$un in shmctl");
    warns(sub { shmctl($array[9], $command, 0) }, 'nor in an array', "$un in shmctl");
    my %there = (key => undef);
    my @there = (1, undef);
    my ($key, $index) = ('key', 1);
    warns(sub { shmctl($there{key}, $command, 0) }, 'one that exists has', "$un \$there{\"key\"} in shmctl");
    warns(sub { shmctl($there[1], $command, 0) }, 'in an array, too', "$un \$there[1] in shmctl");
    warns(sub { shmctl($there[-1], $command, 0) }, 'from its end', "$un \$there[-1] in shmctl");
    warns(sub { shmctl($list[0], $command, 0) }, 'in a global one', "$un \$list[0] in shmctl");
    warns(sub { shmctl($there{$key}, $command, 0) }, 'with a variable key', "$un \$there{\"key\"} in shmctl");
    warns(sub { shmctl($there[$index], $command, 0) }, 'or index', "$un \$there[1] in shmctl");
    warns(sub { shmctl($reference->{key}, $command, 0) }, 'but not through a reference', "$un in shmctl");
    warns(sub { shmctl($hash{key}, 70 + 7, 0) }, 'calculations with constants are constants', "$un \$hash{\"key\"} in shmctl");
    warns(sub { shmctl($global, $command, 0) }, 'a global', "$un \$global in shmctl");
    warns(sub { shmget($x, $y, $command) }, 'two of them, in the order of reading',
        "$un \$x in shmget", "$un \$y in shmget");
    warns(sub { shmget(-5, $x, $y) }, 'flags before size', "$un \$y in shmget", "$un \$x in shmget");
};

subtest 'numeric slots' => sub {
    my @calls = (
        [ shmget => sub { shmget(undef, 0, undef) }, 2 ],
        [ semget => sub { semget(undef, undef, 0) }, 2 ],
        [ shmread => sub { shmread(undef, my $text, -1, undef) }, 2 ],
        [ shmwrite => sub { shmwrite(-1, 'text', undef, undef) }, 2 ],
        [ semctl => sub { semctl(-1, undef, 77, 0) }, 1 ],
        [ msgrcv => sub { msgrcv(-1, my $text, undef, undef, undef) }, 3 ],
        [ msgsnd => sub { msgsnd(-1, pack('l!', 1), undef) }, 1 ],
    );
    for (@calls) {
        my ($name, $code, $count) = @$_;
        my @warnings = warnings_of { $code->() };
        is(scalar @warnings, $count, "$name warns $count times");
        like($_, qr/^Use of uninitialized value in $name at /, 'of an undefined value') for @warnings;
    }
};

subtest 'silence' => sub {
    my $segment = segment(4);
    my $queue = queue();
    is(join('', warnings_of { shmread($segment, my $new, 0, 4) }), '', 'VAR of shmread');
    is(join('', warnings_of { msgrcv($queue, my $new, 4, 0, 04000) }), '', 'VAR of msgrcv');
    is(join('', warnings_of { shmctl($segment, 2, my $new) }), '', 'ARG of IPC_STAT');
    is(join('', warnings_of { shmctl($segment, 77, undef) }), '', 'ARG of an unknown command');
    is(join('', warnings_of { no warnings; shmctl(undef, 77, 'x') }), '', 'no warnings');
    is(join('', warnings_of { no warnings 'uninitialized'; shmctl(undef, 77, 0) }), '', 'no warnings "uninitialized"');
    is(join('', warnings_of { no warnings 'numeric'; shmctl('x', 77, 0) }), '', 'no warnings "numeric"');
    is(join('', warnings_of { shmctl($_, 77, 0) }), '', "'$_' is a number")
        for ' 12 ', '0 but true', 'Inf', '-inf', 'infinity', 'NaN', '1.', '+9', '1e3', '.5', "12\n", '0e0', '  -0.5e-3  ';
};

subtest 'numeric' => sub {
    my $set = semaphore_set(1);
    my @cases = (
        [ 'abc', 'abc' ], [ '', '' ], [ '   ', '   ' ], [ "5\0", '5\0' ], [ '12e', '12e' ], [ '+ 9', '+ 9' ], [ '.', '.' ],
        [ '-', '-' ], [ 'infx', 'infx' ], [ '0 but true ', '0 but true ' ], [ '0 But true', '0 But true' ], [ '0x10', '0x10' ],
        [ "a\nb\rc\fd", 'a\nb\rc\fd' ], [ "back\\slash", 'back\\\\slash' ], [ "\x01\x1b\x7f", '^A^[^?' ], [ "tab\t", 'tab^I' ],
        [ "x\x{e9}", "x\x{e9}" ], [ "x\x80\x81\x9f", 'xM-\0M-^AM-^_' ], [ "12\x{a0}", "12\x{a0}" ],
        [ 'x' x 100, 'x' x 56 . '...' ], [ "\0" x 40, '\0' x 28 . '...' ],
        [ "\x{100}", '\x{100}' ], [ "\x{100}" x 60, '\x{100}' x 5 . '...' ], [ "a\x{263a}b", 'a\x{263a}b' ], [ '"q"', '"q"' ],
    );
    for (@cases) {
        my ($value, $shown) = @$_;
        (my $name = $shown) =~ s/[^ -~]/?/g;
        warns(sub { semctl($set, 0, 77, $value) }, qq("$name"), qq(Argument "$shown" isn't numeric in semctl));
    }
    warns(sub { shmget('a', 'b', 'c') }, 'in the order of reading',
        map qq(Argument "$_" isn't numeric in shmget), qw(a c b));
    my $glob = *STDIN;
    warns(sub { shmctl($glob, 77, 0) }, 'a glob', q(Argument "*main::STDIN" isn't numeric in shmctl));
};

subtest 'fatal warnings' => sub {
    my $segment = segment(4);
    $! = EEXIST;
    my $error = error_of { use warnings FATAL => 'all'; shmctl($segment, undef, 0) };
    is($error, "$un in shmctl" . here(-1), 'undef dies');
    is($! + 0, EEXIST, 'before the call');
    is(ref stat_fields(shm => $segment), 'HASH', 'which was not made');
    $error = error_of { use warnings FATAL => 'numeric'; shmctl($segment, 'x', 0) };
    is($error, q(Argument "x" isn't numeric in shmctl) . here(-1), 'text dies');
};

subtest '$SIG{__WARN__} and errno' => sub {
    local $SIG{__WARN__} = sub { $! = 99 };
    is(shmctl('x', 77, 0), undef, 'a handler that sets $!');
    is($! + 0, EINVAL, 'runs before the call');
};

done_testing;
