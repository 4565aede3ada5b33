use strict;
use warnings;
use Test::More;
use Scalar::Util qw(blessed reftype refaddr weaken looks_like_number);

my $x = 1;
my $r = \$x;
$$r = 2;
is($x, 2, 'scalar reference');
is(${$r}, 2, 'with braces');
is(ref $r, 'SCALAR', 'ref');
is(ref \$r, 'REF', 'ref of a reference');
is(ref [], 'ARRAY', 'array');
is(ref {}, 'HASH', 'hash');
is(ref sub { }, 'CODE', 'code');
is(ref qr/x/, 'Regexp', 'regexp');
is(ref \*STDOUT, 'GLOB', 'glob');
is(ref \substr('abc', 0, 1), 'LVALUE', 'lvalue');
is(ref \1, 'SCALAR', 'constant');
is(ref 'x', '', 'no reference');
like("$r", qr/^SCALAR\(0x[0-9a-f]+\)$/, 'in a string');
ok($r == \$x, 'equal');
ok($r != \my $other, 'different');
is(refaddr($r), $r + 0, 'refaddr');
my @a = (1, 2, 3);
my $ra = \@a;
push @$ra, 4;
is("@a", '1 2 3 4', 'array reference');
is($$ra[0] . $ra->[1] . ${$ra}[2], '123', 'elements');
is(scalar(@$ra), 4, 'length');
is($#$ra . $#{$ra}, '33', 'last index');
is("@{$ra}[0, 1] @$ra[2]", '1 2 3', 'slices');
is("@{[ $ra->@[0, 1] ]} " . $ra->$#*, '1 2 3', 'postfix');
my ($p, $q) = \(my $m, my $n);
$$p = 'm';
is($m, 'm', 'list of references');
is(join(',', map { ref } \(@a)), 'SCALAR,SCALAR,SCALAR,SCALAR', 'references to elements');
my $element = \$a[1];
$$element = 'changed';
is($a[1], 'changed', 'to an element');
my %h = (k => 'v');
my $rh = \%h;
$rh->{new} = 1;
is($h{new}, 1, 'hash reference');
my $deep = { list => [ 1, [ 2, 3 ], { four => 4 } ], code => sub { return "called with @_" } };
is($deep->{list}[1][0], 2, 'deep');
is($deep->{list}[2]{four}, 4, 'deeper');
is($deep->{code}->('x', 'y'), 'called with x y', 'code');
is(&{ $deep->{code} }('z'), 'called with z', '&{}');
is(scalar @{ $deep->{list} }, 3, 'count');
my @copy = @{ $deep->{list} };
$copy[1][0] = 'shared';
is($deep->{list}[1][0], 'shared', 'copies are shallow');
my $rr = \\'x';
is($$$rr, 'x', 'two levels');
my $code = \&helper;
sub helper { return "helper(@_)" }
is($code->(1), 'helper(1)', 'reference to a sub');
is(&$code(2), 'helper(2)', '&$code');
{ no strict 'refs'; is(&{'helper'}(3), 'helper(3)', 'by name'); is('main'->can('helper')->(4), 'helper(4)', 'can'); }
ok(defined &helper, 'defined &sub');
ok(!defined &nowhere, 'not defined');
my $str = eval { my $s = 'text'; @$s } // $@;
like($@, qr/^Can't use string \("text"\) as an ARRAY ref while "strict refs" in use at /, 'strict refs');
eval { my $u; my @l = @$u; };
like($@, qr/^Can't use an undefined value as an ARRAY reference at /, 'undef as an array');
eval { my $h = {}; my $e = $h->[0] };
like($@, qr/^Not an ARRAY reference at /, 'not an array');
eval { my $h = []; my $e = $h->{x} };
like($@, qr/^Not a HASH reference at /, 'not a hash');
eval { my $c = []; $c->() };
like($@, qr/^Not a CODE reference at /, 'not code');
eval { my $u; $u->method };
like($@, qr/^Can't call method "method" on an undefined value at /, 'method on undef');
my $v;
$v->{a}[1]{b} = 1;
is(ref $v->{a}[1], 'HASH', 'autovivification');
my @made = @{ $v->{list} || [] };
is(scalar @made, 0, 'a default');
for my $item (@{ $v->{fresh} }) { }
is(ref $v->{fresh}, 'ARRAY', 'for makes it');

my $object = bless { name => 'o' }, 'Thing';
is(ref $object, 'Thing', 'bless');
is(blessed($object), 'Thing', 'blessed');
is(blessed({}), undef, 'not blessed');
is(reftype($object), 'HASH', 'reftype');
like("$object", qr/^Thing=HASH\(0x[0-9a-f]+\)$/, 'in a string');
my @destroyed;
sub Thing::DESTROY { push @destroyed, $_[0]{name} }
undef $object;
is("@destroyed", 'o', 'DESTROY');
{ my $scoped = bless { name => 'scoped' }, 'Thing'; }
is("@destroyed", 'o scoped', 'at the end of the scope');
my $strong = bless { name => 'weak' }, 'Thing';
my $weak = $strong;
weaken($weak);
is($weak->{name}, 'weak', 'a weak reference');
undef $strong;
is($weak, undef, 'becomes undef');
my @counted = map { my $n = $_; sub { return $n++ } } 1, 10;
is(join(',', $counted[0]->(), $counted[0]->(), $counted[1]->()), '1,2,10', 'closures in a list');
my %registry = (a => \my @list_a);
push @{ $registry{a} }, 1;
is("@list_a", '1', 'reference to a new variable');
my $anon = [ map { { id => $_ } } 1 .. 3 ];
is(join(',', map { $_->{id} } @$anon), '1,2,3', 'list of hashes');
is($anon->[-1]{id}, 3, 'the last');
my $swap = [ 1, 2 ];
@$swap[0, 1] = @$swap[1, 0];
is("@$swap", '2 1', 'slice assignment');
my ($i, $j) = @{ [ 5, 6 ] };
is($i + $j, 11, 'from an anonymous array');
*alias = \@a;
our @alias;
is($alias[0], 1, 'glob assignment');
*named = sub { return 'named sub' };
is(named(), 'named sub', 'of a sub');
is(ref *STDOUT{IO}, 'IO::File', '*glob{IO}');
sub modify { $_[0] = 'modified' }
modify(my $arg = 'x');
is($arg, 'modified', 'aliased argument');
sub context { return wantarray }
my ($list) = context();
is($list, 1, 'list context');
is(scalar(context()), '', 'scalar context');
is(looks_like_number('1e5') ? 1 : 0, 1, 'looks_like_number');
my $cyclic = {};
$cyclic->{self} = $cyclic;
is($cyclic->{self}{self}, $cyclic, 'a cycle');
weaken $cyclic->{self};
is(\$x == \$x ? 1 : 0, 1, 'same address');
my $aref = [ 1 .. 3 ];
is("last: $$aref[-1] $aref->[-1] ${$aref}[-1]", 'last: 3 3 3', 'in a string');
is(exists $deep->{list}[5] ? 1 : 0, 0, 'exists of an element');
is(ref($deep->{missing}), '', 'ref of undef');

# \(LIST) is a list of references to what is in it (perlref).
{
    our @row = (1 .. 3);
    sub three { return (1, 2, 3) }
    is(scalar(my @refs = \(@row)), 3, '\(@array)');
    is(scalar(@refs = \(@row, 1)), 2, 'an array among others');
    is(scalar(@refs = \three()), 3, 'a call');
    is(scalar(@refs = (\@row[0, 1], \(@row[0, 1]))), 4, 'slices');
    is(scalar(@refs = \(map { $_ } 1, 2)), 2, 'map');
    is(scalar(@refs = \(my ($a1, @rest) = (1, 2, 3))), 3, 'an assignment');
    is(${ \(@row) }, 3, 'in scalar context the last');
    is(({ foo => 'bar' })[0]{foo} . ([1, 2])[0][1], 'bar2', 'subscripts after a list slice');
    like(eval { my @a = @{ *STDOUT{IO} }; 1 } // $@, qr/^Not an ARRAY reference/, 'a handle is no glob');
}

done_testing;
