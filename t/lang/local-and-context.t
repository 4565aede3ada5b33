use strict;
use warnings;
use Test::More;

$| = 1;

our ($x, @a, %h) = ('global');
@a = (1, 2, 3);
%h = (k => 'v', other => 1);
sub show { return $x // 'undef' }
{
    local $x = 'local';
    is(show(), 'local', 'local is seen by subs');
    { local $x; is(show(), 'undef', 'local without a value'); }
    is(show(), 'local', 'nested');
}
is(show(), 'global', 'restored');
{
    my $x = 'lexical';
    is(show(), 'global', 'my is not seen');
    is($main::x, 'global', 'the global is still there');
}
{ local @a = (9); is("@a", '9', 'local array'); }
is("@a", '1 2 3', 'restored');
{ local %h; is(scalar keys %h, 0, 'local hash'); }
is($h{k}, 'v', 'restored');
{ local $h{k} = 'temporary'; is($h{k}, 'temporary', 'local element'); }
is($h{k}, 'v', 'restored');
{ local $h{new} = 1; }
ok(!exists $h{new}, 'a new element is deleted');
{ local $a[1] = 'two'; is("@a", '1 two 3', 'local array element'); }
is("@a", '1 2 3', 'restored');
{ local ($x, $h{k}) = ('list', 'of locals'); is("$x $h{k}", 'list of locals', 'a list'); }
is("$x $h{k}", 'global v', 'restored');
{ local $_ = 'topic'; is($_, 'topic', 'local $_'); }
{
    local $/ = undef;
    open my $in, '<', \"a\nb\n" or die;
    is(scalar <$in>, "a\nb\n", 'local $/');
}
sub dies { local $x = 'dying'; die "x\n" }
eval { dies() };
is($x, 'global', 'restored by die');
sub returns { local $x = 'returning'; return show() }
is(returns(), 'returning', 'the value before it is restored');
is($x, 'global', 'restored by return');
for (1 .. 2) { local $x = $_; next }
is($x, 'global', 'restored by next');
sub replaced { return 'original' }
{
    no warnings 'redefine';
    local *replaced = sub { return 'replacement' };
    is(replaced(), 'replacement', 'local *sub');
}
is(replaced(), 'original', 'restored');
{ local $ENV{SYSV_TEST} = 'set'; is(`echo \$SYSV_TEST`, "set\n", 'local %ENV element'); }
ok(!exists $ENV{SYSV_TEST}, 'gone');
{ local $SIG{USR1} = sub { $x = 'signal' }; kill USR1 => $$; is($x, 'signal', 'local signal handler'); $x = 'global'; }
{ local $| = 0; is($|, 0, 'local $|'); }
is($|, 1, 'restored');
{ local $, = ','; local $" = '-'; is("@a", '1-2-3', 'local $"'); }

sub ctx { return wantarray ? 'list' : defined wantarray ? 'scalar' : 'void' }
my ($in_parens) = ctx();
is($in_parens, 'list', 'my (...) = is a list');
my $plain = ctx();
is($plain, 'scalar', 'my $x = is a scalar');
my @array = ctx();
is($array[0], 'list', 'an array');
my %hash = (key => ctx());
is($hash{key}, 'list', 'in a hash list');
is([ ctx() ]->[0], 'list', 'in []');
is({ k => scalar ctx() }->{k}, 'scalar', 'scalar');
is('' . ctx(), 'scalar', 'concatenation');
is((ctx())[0], 'list', 'slice');
is("@{[ ctx() ]}", 'list', 'in a string');
ok(ctx() eq 'scalar', 'comparison');
is(join('', ctx()), 'list', 'arguments of join');
is(scalar((ctx(), ctx())[1]), 'list', 'list slice in scalar');
my $ternary = 1 ? ctx() : 0;
is($ternary, 'scalar', 'in ?:');
my @ternary = 1 ? ctx() : 0;
is($ternary[0], 'list', 'in a list');
my ($or) = undef || ctx();
is($or, 'list', 'right side of ||');
return_in() for 1;
sub return_in { return ctx() }
$hash{element} = ctx();
is($hash{element}, 'scalar', 'element');
@hash{qw(a b)} = ctx();
is($hash{a}, 'list', 'slice assignment');
($array[0]) = ctx();
is($array[0], 'list', 'element in parentheses');
push @array, ctx();
is($array[-1], 'list', 'push');
is((map { ctx() } 1)[0], 'list', 'in map');
is((grep { ctx() eq 'scalar' } 1)[0], 1, 'in grep');
is((sort { 0 } ctx())[0], 'list', 'sort');
for (ctx()) { is($_, 'list', 'foreach') }
if (ctx()) { pass('condition') }
is(-ctx(), '-scalar', 'unary operator');
my $count = @a;
is($count, 3, 'array in scalar context');
my ($first) = @a;
is($first, 1, 'array in list context');
is("" . @a, '3', 'in a concatenation');
is(@a + 1, 4, 'in arithmetic');
is($#{[ @a, @a ]}, 5, 'flattened');
my $last = (5, 6, 7)[-1];
is($last, 7, 'list');
my $assigned = () = (1, 2, 3);
is($assigned, 3, 'count of');
is(scalar(my ($p, $q) = (1, 2, 3)), 3, 'count of a list assignment');
is(scalar(@{[]}), 0, 'empty');
my $rev = reverse 'abc', 'def';
is($rev, 'fedcba', 'reverse in scalar context');
my ($lt) = localtime(0);
like($lt, qr/^\d+$/, 'localtime in list context');
like(scalar(localtime 0), qr/^\w{3} \w{3} +\d+ \d\d:\d\d:\d\d \d{4}$/, 'in scalar context');
my $matched = () = 'abcabc' =~ /b/g;
is($matched, 2, 'count of matches');
my ($m) = 'key=value' =~ /=(.*)/;
is($m, 'value', 'a match in list context');
my $n = 'key=value' =~ /=(.*)/;
is($n, 1, 'in scalar context');
is((my $t = 'x') x 3, 'xxx', 'assignment as a value');
is(do { my @l = (1, 2); @l }, 2, 'do in scalar context');
my @e = eval { ctx() };
is($e[0], 'list', 'eval passes the context');
my $e = eval { ctx() };
is($e, 'scalar', 'scalar, too');


{
    our $looped = 5;
    eval { for $looped (6) { local $looped = 7; die "out\n" } };
    is($looped, 5, 'a loop variable localised in the loop, left by an exception');
    sub DESTROY { }
    eval { for $looped (6, 7) { local $looped = 8; die "out\n" if $looped == 8 } };
    is($looped, 5, 'also where references are counted');
}

done_testing;
