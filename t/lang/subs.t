use strict;
use warnings;
use Test::More;

sub sum { my $total = 0; $total += $_ for @_; return $total }
is(sum(1, 2, 3), 6, 'arguments');
is(sum(), 0, 'none');
sub implicit { my ($x) = @_; $x * 2 }
is(implicit(4), 8, 'the last value is returned');
sub early { return 'early' if $_[0]; return }
is(early(1), 'early', 'return');
is(early(0), undef, 'return without a value');
my @nothing = early(0);
is(scalar @nothing, 0, 'an empty list in list context');
sub list { return (4, 5, 6) }
my $last = list();
is($last, 6, 'a list in scalar context is its last');
my ($first) = list();
is($first, 4, 'the first');
my $count = () = list();
is($count, 3, 'the count');
sub array { my @a = (4, 5, 6); return @a }
$last = array();
is($last, 3, 'an array in scalar context is its count');
sub context { return defined wantarray ? wantarray ? 'list' : 'scalar' : 'void' }
is((context())[0], 'list', 'list');
is(scalar(context()), 'scalar', 'scalar');
my $void;
sub note_context { $void = defined wantarray ? 'other' : 'void' }
note_context();
is($void, 'void', 'void');
my @in_list = (context(), scalar context());
is("@in_list", 'list scalar', 'both');
if (context() eq 'scalar') { pass('a condition is scalar') }
sub returns { return context() }
is(scalar(returns()), 'scalar', 'return passes it on');

sub shifted { my $self = shift; my $n = shift // 'default'; return "$self:$n:@_" }
is(shifted('a', 'b', 'c', 'd'), 'a:b:c d', 'shift');
is(shifted('a'), 'a:default:', 'a default');
sub change { $_[0] = 'changed'; $_[1]++ }
my ($p, $q) = ('p', 1);
change($p, $q);
is("$p$q", 'changed2', '@_ aliases');
sub swap { @_[0, 1] = @_[1, 0] }
swap($p, $q);
is("$p$q", '2changed', 'through a slice');
sub pass_on { &sum }
is(pass_on(1, 2), 3, '&sub passes @_ on');
sub jump { goto &sum }
is(jump(3, 4), 7, 'goto &sub');
is(&sum(1, 1), 2, '&sub()');
is((sub { "anonymous @_" })->(1), 'anonymous 1', 'anonymous');
my $factorial;
$factorial = sub { my $n = shift; return $n < 2 ? 1 : $n * $factorial->($n - 1) };
is($factorial->(10), 3628800, 'recursion');
sub fib { my $n = shift; return $n < 2 ? $n : fib($n - 1) + fib($n - 2) }
is(fib(15), 610, 'double recursion');

sub counter { my $n = shift; return { next => sub { return $n++ }, reset => sub { $n = shift } } }
my $c = counter(5);
my $d = counter(1);
$c->{next}->() for 1 .. 3;
is($c->{next}->(), 8, 'a closure');
is($d->{next}->(), 1, 'another');
$c->{reset}->(0);
is($c->{next}->(), 0, 'sharing a variable');
my @subs;
for my $i (1 .. 3) { push @subs, sub { return $i * 10 } }
is(join(',', map { $_->() } @subs), '10,20,30', 'each iteration has its own');
my @while;
my $i = 0;
while ($i < 3) { my $j = $i; push @while, sub { $j++ }; $i++ }
is(join(',', map { $_->() } @while, @while), '0,1,2,1,2,3', 'in while, too');
{
    my $private = 0;
    sub bump { return ++$private }
}
is(bump() + bump(), 3, 'a variable of a sub');
use feature 'state';
sub stateful { state $n = 10; state @list; push @list, $n; return $n++ . '/' . @list }
is(join(' ', map { stateful() } 1 .. 3), '10/1 11/2 12/3', 'state');
sub maker { return sub { state $n = 0; return $n++ } }
my ($s1, $s2) = (maker(), maker());
is(join('', $s1->(), $s1->(), $s2->()), '010', 'state of each closure');

sub with_prototype($$) { return "$_[0]-$_[1]" }
my @pair = (1, 2);
is(with_prototype(@pair, 5), '2-5', 'a prototype makes scalars');
sub block(&@) { my $code = shift; return join ',', map { $code->($_) } @_ }
is((block { $_[0] * 2 } 1, 2, 3), '2,4,6', 'a block as first argument');
sub by_reference(\@) { my $r = shift; return scalar @$r }
my @three = (1, 2, 3);
is(by_reference(@three), 3, 'an array by reference');
sub constant() { 42 }
is(constant + 1, 43, 'no arguments');
sub optional($;$) { return scalar @_ }
is(optional(1) . optional(1, 2), '12', 'optional arguments');
sub underscore(_) { return "<$_[0]>" }
is(underscore('x'), '<x>', '_ with an argument');
{ local $_ = 'topic'; is(underscore, '<topic>', 'and without'); }
is(prototype('with_prototype'), '$$', 'prototype');
is(prototype(sub(&;@) { }), '&;@', 'of an anonymous sub');
use constant { PI => 3.14, LIST => 'x' };
use constant DAYS => qw(mon tue wed);
is(PI * 2, 6.28, 'use constant');
is((DAYS)[1], 'tue', 'a list constant');
is(scalar(my @days = DAYS), 3, 'its length');
is(__PACKAGE__->can('PI')->(), 3.14, 'constants are subs');

sub caller_of { return (caller(0))[3] . '<' . ((caller(1))[3] // 'none') }
sub outer { return caller_of() }
is(outer(), 'main::caller_of<main::outer', 'caller');
is(caller_of(), 'main::caller_of<none', 'from the file');
sub line_of { return (caller)[2] }
is(line_of(), __LINE__, 'the line of the caller');
sub args { return scalar @_ }
is(args(list()), 3, 'a list as arguments');
is(args((1, 2), (3), ()), 3, 'flattened');
is(args(my @empty = ()), 0, 'an empty array');
is(args(undef), 1, 'undef is an argument');
my %dispatch = map { my $n = $_; $n => sub { return "$n(@_)" } } qw(start stop);
is($dispatch{stop}->('now'), 'stop(now)', 'dispatch');
my $name = 'sum';
{ no strict 'refs'; is(&$name(5, 5), 10, 'a sub by name'); is("main"->can($name)->(1, 2), 3, 'can'); }
our $AUTOLOAD;
sub AUTOLOAD { my $called = our $AUTOLOAD; $called =~ s/.*:://; return if $called eq 'DESTROY'; return "autoload $called(@_)" }
is(undefined_sub(1, 2), 'autoload undefined_sub(1 2)', 'AUTOLOAD');
is(main->method('x'), 'autoload method(main x)', 'for methods');
sub lvalue :lvalue { $p }
lvalue() = 'through lvalue';
is($p, 'through lvalue', 'lvalue sub');
sub nested { my @r = map { my $x = $_; map { "$x$_" } @_ } @_; return "@r" }
is(nested(1, 2), '11 12 21 22', 'nested map');
sub deep { my $n = shift; return $n ? deep($n - 1) + 1 : 0 }
is(deep(90), 90, 'deep recursion');
my $composed = do { my ($f, $g) = (sub { $_[0] + 1 }, sub { $_[0] * 2 }); sub { $f->($g->(@_)) } };
is($composed->(5), 11, 'composition');
sub hash_return { return (a => 1, b => 2) }
my %got = hash_return();
is($got{b}, 2, 'a hash from a list');
is({ hash_return() }->{a}, 1, 'at once');
use feature 'signatures';
no warnings 'experimental::signatures';
sub signed($x, $y = 10, @rest) { return "$x $y @rest" }
is(signed(1), '1 10 ', 'signature with a default');
is(signed(1, 2, 3, 4), '1 2 3 4', 'and a rest');
like(eval { signed() } // $@, qr/^Too few arguments for subroutine 'main::signed' \(got 0; expected at least 1\) at /, 'too few');
local $_ = 'outer';
sub uses_topic { for (1 .. 2) { } return $_ }
is(uses_topic(), 'outer', '$_ is global');
use feature 'current_sub';
is(sub { my $n = shift; $n ? $n + __SUB__->($n - 1) : 0 }->(4), 10, '__SUB__');

# lock is a weak keyword: a sub of that name goes first.
{
    package WithLock;
    sub lock { return "mine @_" }
    main::is(lock(1), 'mine 1', 'a sub named lock');
    package WithoutLock;
    my $y = 2;
    lock $y;
    main::is($y, 2, 'the builtin lock');
}

sub output { open my $out, '-|', $^X, '-e', "open STDERR, '>&', \\*STDOUT; \$| = 1; $_[0]" or die; local $/; return scalar <$out> }
is(output('print 1; { return } print 2'), "1Can't return outside a subroutine at -e line 1.\n", 'return outside a sub');
is(output('print sort { while (1) { return $a <=> $b } } 2, 1'), '12', 'return within a sort block');
is(output('eval { return 1 }; print 1; eval "return 2; 1"; print 2; print sort { return $b <=> $a } 3, 4'), '1243', 'where it is allowed');
sub x { return "x(@_)" }
is(scalar(x 1), 'x(1)', 'a sub named x');
is(lc(x(2)), 'x(2)', 'and in parentheses');
is(ref \scalar x(), 'SCALAR', 'after a named unary operator');

{
    package Attributed;
    use attributes;
    our @seen;
    sub MODIFY_CODE_ATTRIBUTES { my ($package, $code, @names) = @_; push @seen, "$package @names"; return grep { /Bad/ } @names }
    sub FETCH_CODE_ATTRIBUTES { return 'Fetched' }
    sub named : Local Path("a b") { }
    my $anonymous = sub : Private { };
    main::is("@seen", 'Attributed Local Path("a b") Attributed Private', 'attributes are told to the package');
    main::is(join(',', attributes::get(sub : lvalue method { })), 'lvalue,method,Fetched', 'attributes::get');
    main::ok(!eval 'sub wrong : Bad { } 1', 'what the package refuses');
    main::like($@, qr/^Invalid CODE attribute: Bad at \(eval \d+\) line 1\.\nBEGIN failed/, 'is an error');
}

{
    my ($inner, @list) = (5);
    sub inner : lvalue { $inner }
    sub returned : lvalue { return $inner }
    sub first_of : lvalue { $_[0] }
    sub whole : lvalue { @list }
    sub promised : lvalue;
    sub promised { $inner }
    inner() = 6;
    is($inner, 6, 'an lvalue sub');
    returned() .= 'x';
    is($inner, '6x', 'that says return');
    promised() = 7;
    is($inner, 7, 'that was declared as one');
    inner()++;
    is($inner, 8, '++');
    first_of(inner()) = 9;
    is($inner, 9, 'as an argument of another');
    $_ = 10 for inner();
    is($inner, 10, 'in foreach');
    ${ \inner() } = 11;
    is($inner, 11, 'a reference to it');
    (whole()) = (1, 2, 3);
    is("@list", '1 2 3', 'an array takes the list');
    (inner(), my $rest) = (12, 13);
    is("$inner $rest", '12 13', 'in a list assignment');
    my $object = bless {}, 'Holder';
    sub Holder::value : lvalue { $_[0]{value} }
    $object->value = 14;
    is($object->{value}, 14, 'a method');
    ok(!eval { sub { 1 }->() = 5; 1 }, 'an ordinary sub');
    like($@, qr/^Can't modify non-lvalue subroutine call of &main::__ANON__ at /, 'gives no lvalue');
    sub nothing : lvalue { undef }
    ok(!eval { nothing() = 5; 1 }, 'undef');
    like($@, qr/^Can't return undef from lvalue subroutine at /, 'is none either');
    sub combined : lvalue { $inner . '' }
    ok(!eval { combined() = 5; 1 }, 'nor a value');
    like($@, qr/^Can't return a temporary from lvalue subroutine at /, 'that is nowhere');
    sub plain { $inner }
    ok(!defined eval 'plain() = 1', 'an ordinary sub whose name is known');
    like($@, qr/^Can't modify non-lvalue subroutine call of &main::plain in scalar assignment at /, 'is an error at once');
}


# A string eval in a sub sees what was declared before the sub, and nothing else of the file.
our $later = 'global';
sub evaluated { return eval '$later' }
my $later = 'lexical';
is(evaluated(), 'global', 'a lexical that is declared later is not visible to eval STRING');

done_testing;
