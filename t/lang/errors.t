use strict;
use warnings;
use Test::More;

my $value = eval { 5 };
is($value, 5, 'value of eval');
is($@, '', 'no error');
$value = eval { die "message\n"; 1 };
is($value, undef, 'undef after die');
is($@, "message\n", 'the message');
eval { die 'no newline' };
is($@, "no newline at $0 line " . (__LINE__ - 1) . ".\n", 'place');
eval { die };
is($@, "Died at $0 line " . (__LINE__ - 1) . ".\n", 'die without arguments');
eval { die 'a', 'b', 3, "\n" };
is($@, "ab3\n", 'joined');
eval { die { code => 42 } };
is($@->{code}, 42, 'a reference');
{
    package MyError;
    sub new { my ($class, %a) = @_; return bless {%a}, $class }
    sub throw { my $class = shift; die $class->new(@_) }
    sub message { return $_[0]{message} }
}
eval { MyError->throw(message => 'thrown') };
ok(ref $@ && $@->isa('MyError'), 'an object');
is($@->message, 'thrown', 'its method');
eval { eval { die "inner\n" }; is($@, "inner\n", 'inner'); die "outer\n" };
is($@, "outer\n", 'nested');
eval { eval { die "first\n" }; die };
like($@, qr/^first\n\t\.\.\.propagated at \S+ line \d+\.\n$/, 'propagated');
eval { eval { die "rethrown\n" }; die $@ };
is($@, "rethrown\n", 'rethrown');
my @list = eval { (1, 2, 3) };
is("@list", '1 2 3', 'list context');
@list = eval { die "x\n" };
is(scalar @list, 0, 'an empty list after die');
ok(!eval { die "x\n" } && 1, 'in a condition');
eval { 1 } or fail('not reached');
pass('eval or');
{
    local $@ = 'kept';
    eval { 1 };
    is($@, '', 'cleared');
}
sub risky { die "risky\n" if $_[0]; return 'safe' }
is(eval { risky(0) } // 'failed', 'safe', 'no exception');
is(eval { risky(1) } // 'failed', 'failed', 'exception');
{
    local $SIG{__DIE__} = sub { die "handled: $_[0]" };
    eval { die "original\n" };
    is($@, "handled: original\n", '__DIE__ handler');
}
{
    my @warnings;
    local $SIG{__WARN__} = sub { push @warnings, @_ };
    warn "a warning\n";
    warn 'with place';
    warn 'several', ' parts', "\n";
    is($warnings[0], "a warning\n", 'warn');
    is($warnings[1], "with place at $0 line " . (__LINE__ - 3) . ".\n", 'place');
    is($warnings[2], "several parts\n", 'joined');
    $@ = '';
    warn;
    like($warnings[3], qr/^Warning: something's wrong at /, 'nothing');
    local $@ = 'error';
    warn;
    like($warnings[4], qr/^error\t\.\.\.caught at /, 'with $@');
}
is(eval '1 + 2', 3, 'string eval');
is(eval 'die "in string\n"; 1', undef, 'that dies');
is($@, "in string\n", 'its message');
eval 'die "place"';
like($@, qr/^place at \(eval \d+\) line 1\.\n$/, 'its place');
eval "\n\ndie 'third'";
like($@, qr/^third at \(eval \d+\) line 3\.\n$/, 'its line');
eval qq{# line 50 "named.pl"\ndie 'named'};
is($@, "named at named.pl line 50.\n", '# line');
eval 'if (1) { 2 ';
like($@, qr/^Missing right curly or square bracket at \(eval \d+\) line 1, at end of line\n/, 'a missing brace');
eval 'my $x = ) + 1;';
like($@, qr/^syntax error at \(eval \d+\) line 1, near "= \) "/, 'a syntax error');
eval 'use strict; $undeclared = 1;';
like($@, qr/^Global symbol "\$undeclared" requires explicit package name \(did you forget to declare "my \$undeclared"\?\) at \(eval \d+\) line 1\./, 'strict vars');
eval 'use strict; my $x = bareword;';
like($@, qr/^Bareword "bareword" not allowed while "strict subs" in use at \(eval \d+\) line 1\./, 'strict subs');
my $seen = 10;
is(eval '$seen * 2', 20, 'string eval sees variables');
eval '$seen = 30';
is($seen, 30, 'and sets them');
eval 'sub made_by_eval { return "made" }';
is(made_by_eval(), 'made', 'and defines subs');
my $code = eval 'sub { return $_[0] ** 2 }';
is($code->(4), 16, 'and makes closures');
is(eval { no_such_sub(1) } // $@, "Undefined subroutine &main::no_such_sub called at $0 line " . __LINE__ . ".\n", 'undefined sub');
eval { my $r = 'x'; my $e = $r->{y} };
like($@, qr/^Can't use string \("x"\) as a HASH ref while "strict refs" in use at /, 'strict refs');
eval { my @a = (1) x 3; $a[-5] = 1 };
like($@, qr/^Modification of non-creatable array value attempted, subscript -5 at /, 'negative subscript');
eval { ${ \1 } = 2 };
like($@, qr/^Modification of a read-only value attempted at /, 'a constant');
eval { for (1) { $_++ } };
like($@, qr/^Modification of a read-only value attempted at /, 'a literal in for');
eval { local $SIG{ALRM} = sub { die "timeout\n" }; alarm 1; select undef, undef, undef, 5; alarm 0 };
is($@, "timeout\n", 'alarm');
is(eval { eval { die "inner\n" } || 'recovered' }, 'recovered', 'recovered');
my $ok = eval { local $_ = 5; die { value => $_ } };
is($@->{value}, 5, 'after local');
sub cleanup_order { my @order; eval { local $SIG{__DIE__} = sub { push @order, 'handler' }; die "x\n" }; push @order, 'after'; return "@order" }
is(cleanup_order(), 'handler after', 'order');
is(do { local $@; eval { die "x\n" }; 'done' }, 'done', 'local $@');
eval { die "with number ", 5, "\n" };
like($@, qr/number 5/, 'number');
use Carp;
sub Elsewhere::complain { package Elsewhere; Carp::croak('complaint') }
eval { Elsewhere::complain() };
is($@, "complaint at $0 line " . (__LINE__ - 1) . ".\n", 'croak names the caller');
sub Elsewhere::carper { package Elsewhere; Carp::carp('carped') }
{
    my $warning;
    local $SIG{__WARN__} = sub { $warning = shift };
    Elsewhere::carper();
    is($warning, "carped at $0 line " . (__LINE__ - 1) . ".\n", 'carp');
}
eval { confess_here('a', 1) };
sub confess_here { confess 'long' }
like($@, qr/^long at \Q$0\E line \d+\.\n\tmain::confess_here\("a", 1\) called at \Q$0\E line \d+\n\teval \{\.\.\.\} called at /, 'confess');
{
    package Other;
    sub check { Carp::croak('bad argument') unless $_[0]; return 1 }
}
eval { Other::check(0) };
is($@, "bad argument at $0 line " . (__LINE__ - 1) . ".\n", 'croak across packages');
{
    use warnings FATAL => 'all';
    my $u;
    eval { my $x = "a$u" };
    like($@, qr/^Use of uninitialized value \$u in concatenation \(\.\) or string at /, 'fatal warnings');
}
$@ = '';
eval { exit_code() };
sub exit_code { local $? = 5; return $? }
is($?, 0, 'local $?');
is(ref(eval { die [ 1, 2 ] } || $@), 'ARRAY', 'an array');
is("@{ $@ }", '1 2', 'its contents');
eval { die bless({}, 'WithString') };
{ package WithString; use overload '""' => sub { 'overloaded message' }, fallback => 1; }
is("$@", 'overloaded message', 'an overloaded exception');
is(eval { die "line\n" } // 'undef', 'undef', 'still');

{
    my @said;
    local $SIG{__WARN__} = sub {
        push @said, "outer $_[0]";
        local $SIG{__WARN__} = sub { push @said, "inner $_[0]" };
        warn "two\n";
    };
    warn "one\n";
    is(join('', @said), "outer one\ninner two\n", 'a handler of warnings puts another one in its place');
}

done_testing;
