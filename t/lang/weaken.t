# Weak references (Scalar::Util).
use strict;
use warnings;
use Test::More;
use Scalar::Util qw(weaken unweaken isweak refaddr);

my $data = { a => 1 };
my $weak = $data;
ok(!isweak($weak), 'strong at first');
weaken $weak;
ok(isweak($weak), 'weak');
is($weak->{a}, 1, 'usable');
is(refaddr($weak), refaddr($data), 'the same');
undef $data;
ok(!defined $weak, 'undef when the last strong one goes');
ok(!isweak($weak), 'and no longer weak');
$data = [1, 2];
$weak = $data;
weaken $weak;
my $copy = $weak;
ok(!isweak($copy), 'a copy is strong');
undef $data;
is("@$weak", '1 2', 'and keeps it');
undef $copy;
ok(!defined $weak, 'gone');
$weak = [];
weaken $weak;
ok(!defined $weak, 'the only one');
$data = {};
$weak = $data;
weaken $weak;
unweaken $weak;
ok(!isweak($weak), 'unweaken');
undef $data;
ok(defined $weak, 'strong again');
$data = $weak;
weaken $weak;
$weak = $data;
ok(!isweak($weak), 'assigned again');
undef $data;
ok(defined $weak, 'so it stays');
my %h = (x => [1]);
my $strong = $h{x};
weaken $h{x};
ok(isweak($h{x}), 'an element');
undef $strong;
ok(exists $h{x}, 'still there');
ok(!defined $h{x}, 'but undef');
my @a = map { { n => $_ } } 1 .. 3;
my @w = @a;
weaken $_ for @w;
is(join(',', map { isweak($_) ? 1 : 0 } @w), '1,1,1', 'elements of an array');
splice @a, 1, 1;
is(join(',', map { defined $_ ? $_->{n} : 'undef' } @w), '1,undef,3', 'one gone');
{
    my $x = 'scalar';
    $weak = \$x;
    weaken $weak;
    is($$weak, 'scalar', 'to a lexical');
}
ok(!defined $weak, 'whose scope ended');
{
    my @inner = (1, 2);
    $weak = \@inner;
    weaken $weak;
    is(scalar(@$weak), 2, 'to a lexical array');
}
ok(!defined $weak, 'likewise');
{
    my $code = do { my $n = 1; sub { return $n } };
    $weak = $code;
    weaken $weak;
    is($weak->(), 1, 'to a closure');
}
ok(!defined $weak, 'likewise');
our @package = (1);
$weak = \@package;
weaken $weak;
ok(defined $weak, 'to a package variable');

package Node;
my $alive = 0;
sub new { my ($class, %n) = @_; $alive++; return bless { children => [], %n }, $class }
sub add { my ($self, $child) = @_; push @{ $self->{children} }, $child; Scalar::Util::weaken($child->{parent} = $self); return $child }
sub parent { return $_[0]{parent} }
sub depth { my $self = shift; return $self->parent ? 1 + $self->parent->depth : 0 }
sub DESTROY { $alive-- }
package main;
{
    my $root = Node->new(name => 'root');
    my $child = $root->add(Node->new(name => 'child'));
    my $leaf = $child->add(Node->new(name => 'leaf'));
    $root->add(Node->new(name => 'other'));
    is($leaf->depth, 2, 'parents');
    is($leaf->parent->parent->{name}, 'root', 'names');
    is($alive, 4, 'four nodes');
    @{ $root->{children} } = $child;
    is($alive, 3, 'one removed');
}
is($alive, 0, 'the tree is gone');
my $leaf;
{
    my $root = Node->new;
    $leaf = $root->add(Node->new);
    ok(defined $leaf->parent, 'has a parent');
}
ok(!defined $leaf->parent, 'has none');
is($alive, 1, 'one left');
undef $leaf;
is($alive, 0, 'none left');
{
    my ($x, $y) = (Node->new, Node->new);
    $x->{other} = $y;
    $y->{other} = $x;
    weaken $y->{other};
}
is($alive, 0, 'two that know each other');
my %cache;
sub cached { my $k = shift; return $cache{$k} if defined $cache{$k}; my $o = Node->new(k => $k); $cache{$k} = $o; weaken $cache{$k}; return $o }
{
    my $first = cached('k');
    is(refaddr(cached('k')), refaddr($first), 'from the cache');
    is($alive, 1, 'one object');
}
is($alive, 0, 'the cache does not keep it');
ok(!defined $cache{k}, 'but remembers the key');
{ package Saw; our $seen; my $w; sub watch { Scalar::Util::weaken($w = $_[0]) } sub DESTROY { $seen = defined $w ? 'defined' : 'undef' } sub after { return defined $w ? 'defined' : 'undef' } }
{ my $o = bless {}, 'Saw'; Saw::watch($o); }
is($Saw::seen, 'defined', 'in DESTROY');
is(Saw::after(), 'undef', 'afterwards');
my @observers;
sub notify { @observers = grep { defined } @observers; weaken $_ for @observers; return scalar @observers }
my $one = Node->new;
{ my $two = Node->new; @observers = ($one, $two); weaken $_ for @observers; is(notify(), 2, 'two observers'); }
is(notify(), 1, 'one observer');

done_testing;
