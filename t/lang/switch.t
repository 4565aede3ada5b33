use strict;
use warnings;
use feature 'switch';
no warnings qw(experimental::smartmatch numeric void);
use Test::More;

# ~~ (perlop, "Smartmatch Operator")
my @cases = (
    [ 'a', ['a', 'b'], 1 ], [ 'c', ['a', 'b'], 0 ], [ undef, ['a', undef], 1 ], [ undef, undef, 1 ], [ 0, undef, 0 ],
    [ undef, '', 0 ], [ '1.0', 1, 1 ], [ '1.0', '1', 0 ], [ 1, '1.0', 1 ], [ 'key', { key => 0 }, 1 ], [ undef, { '' => 1 }, 0 ],
    [ { a => 1 }, { a => 2 }, 1 ], [ { a => 1 }, { b => 1 }, 0 ], [ ['x', 'a'], { a => 1 }, 1 ], [ qr/^k/, { key => 1 }, 1 ],
    [ [1, [2, 3]], [1, [2, 3]], 1 ], [ [1, 2], [1], 0 ], [ { b => 1 }, ['a', 'b'], 1 ], [ qr/b/, ['abc'], 1 ], [ 'abc', qr/b/, 1 ],
    [ { abc => 1 }, qr/b/, 1 ], [ ['x'], qr/b/, 0 ], [ 5, sub { $_[0] == 5 }, 1 ], [ [1, 2], sub { $_[0] < 3 }, 1 ],
    [ [1, 5], sub { $_[0] < 3 }, 0 ], [ {}, sub { 0 }, 1 ], [ 'a', ['x', ['a']], 1 ],
);
is($_->[0] ~~ $_->[1] ? 1 : 0, $_->[2], 'a case of ~~') for @cases;
my (@array, %hash) = (1, 2);
%hash = (k => 1);
ok(2 ~~ @array && 'k' ~~ %hash && @array ~~ @array && 'x' ~~ /x/, 'containers and patterns on the right');
my @loop = (1);
push @loop, \@loop;
ok(\@loop ~~ \@loop, 'an array that contains itself');
like(eval { 1 ~~ bless []; 1 } // $@, qr/^Smart matching a non-overloaded object breaks encapsulation at /, 'objects');
{
    package Even;
    use overload '~~' => sub { ($_[1] // 0) % 2 == 0 };
}
ok(4 ~~ bless([], 'Even'), 'overloaded') and ok(!(3 ~~ bless [], 'Even'), 'and not');

# given and when
sub kind {
    given ($_[0]) {
        when (undef)           { return 'undef' }
        when ([1, 2])          { return 'small' }
        when ($_ eq 'skip')    { continue }
        when (/^s/)            { return 's' }
        when ('word')          { return 'word' }
        default                { return 'other' }
    }
}
is(join(' ', map { kind($_) } undef, 2, 'skip', 'some', 'word', 'x'), 'undef small s s word other', 'given');
my $value = do {
    given (5) {
        when (4) { 'four' }
        when (5) { 'five' }
    }
};
is($value, 'five', 'the value of given');
my @seen;
for (1 .. 4) {
    when (2) { push @seen, 'two' }
    push @seen, 'odd' when [1, 3];
    default { push @seen, $_ }
}
is("@seen", 'odd two odd 4', 'when in a loop goes on with the next element');
my @list = ('x');
given (@list) { is(ref $_, 'ARRAY', 'an array is given by reference') }
my $topic = 1;
given ($topic) { $_ = 2 }
is($topic, 2, '$_ is an alias');
@seen = ();
for my $i (1 .. 3) {
    given ($i) {
        when (1) { next }
        when (2) { push @seen, 'two'; break; push @seen, 'never' }
        default  { last }
    }
    push @seen, 'after';
}
is("@seen", 'two after', 'next, break and last');
is(eval { given ('x') { when ('x') { eval { die "in\n" }; $@ } } }, "in\n", 'eval within');
sub leave { break }
given (1) { leave(); fail('break in a sub') }
like(eval { leave(); 1 } // $@, qr/^Can't "break" outside a given block at /, 'break outside');
like(eval { for (1) { break } 1 } // $@, qr/^Can't "break" in a loop topicalizer at /, 'break in a loop');
like(eval { when (1 == 1) { } 1 } // $@, qr/^Can't "when" outside a topicalizer at /, 'when outside');
my @inner = map { my $n = $_; given ($n) { when (1) { 'one' } default { 'more' } } } 1, 2;
is("@inner", 'one more', 'in map');

{
    my @warnings;
    local $SIG{__WARN__} = sub { push @warnings, $_[0] =~ s/ at .*//sr };
    use warnings;
    eval q{use feature 'switch'; given (1) { when (1) { 1 ~~ 2 } default { } } 1 when 2};
    is("@warnings", 'given is experimental when is experimental Smartmatch is experimental when is experimental', 'warnings');
}

done_testing;
