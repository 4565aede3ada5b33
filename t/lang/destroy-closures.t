# Objects in closures, structures and ties.
use strict;
use warnings;
use Test::More;
use Scalar::Util 'weaken';

my @log;
sub logged { my $l = join ' ', @log; @log = (); return $l }
{
    package Obj;
    sub new { my ($class, $name, %more) = @_; return bless { name => $name, %more }, $class }
    sub name { return $_[0]{name} }
    sub me { return $_[0] }
    sub set { my ($self, $k, $v) = @_; $self->{$k} = $v; return $self }
    sub DESTROY { my $self = shift; push @log, $self->{name} }
}
sub maker { my $x = Obj->new(shift); return sub { return $x->name } }

my $f = maker('captured');
is($f->(), 'captured', 'works');
is(logged(), '', 'kept');
undef $f;
is(logged(), 'captured', 'gone with the closure');
my @subs = map { my $x = Obj->new($_); sub { $x->name } } 1 .. 3;
is(join(',', map { $_->() } @subs), '1,2,3', 'several');
splice @subs, 1, 1;
is(logged(), '2', 'one of them');
@subs = ();
is(logged(), '3 1', 'the others');
{
    my $x = Obj->new('shared');
    my $get = sub { $x };
    my $set = sub { $x = shift };
    undef $get;
    $set->(Obj->new('replaced'));
    is(logged(), 'shared', 'assigned in a closure');
}
is(logged(), 'replaced', 'its scope');
{
    my $x = Obj->new('nested');
    my $outer = sub { return sub { $x->name } };
    my $inner = $outer->();
    undef $outer;
    is($inner->() . logged(), 'nested', 'a closure in a closure');
}
is(logged(), 'nested', 'gone with both');
for my $x (Obj->new('l1'), Obj->new('l2')) { push @subs, sub { $x->name } }
is(join(' ', map { $_->() } @subs) . logged(), 'l1 l2', 'a loop variable');
@subs = ();
is(logged(), 'l2 l1', 'and gone');
sub apply { my ($code, @args) = @_; return $code->(@args) }
{ my $x = Obj->new('block'); is(apply(sub { $x->name }), 'block', 'an anonymous callback'); }
is(logged(), 'block', 'does not keep it');
my $self;
{
    my $o = Obj->new('cycle');
    $o->{callback} = sub { $o->name };
    weaken(my $weak = $o);
    $self = $weak;
}
is(logged(), '', 'a cycle stays');
delete $self->{callback};
undef $self;
is(logged(), 'cycle', 'until it is cut');
{
    my $o = Obj->new('weak self');
    weaken(my $weak = $o);
    $o->{callback} = sub { $weak->name };
    is($o->{callback}->(), 'weak self', 'a weak capture');
}
is(logged(), 'weak self', 'is no cycle');
{ my $o = Obj->new('named'); sub named { return 1 } }
is(logged(), 'named', 'a named sub that does not use it');
my $n = 0;
sub counter { my $o = Obj->new('counter'); return { inc => sub { $n++; $o }, dec => sub { $n--; $o } } }
my $c = counter();
$c->{inc}->();
delete $c->{inc};
push @log, 'one';
delete $c->{dec};
is(logged(), 'one counter', 'two closures');

is(Obj->new('chained')->set(a => 1)->me->name . logged(), 'chained', 'a chain of calls');
is(logged(), 'chained', 'ends with the statement');
my %registry = (list => [ { o => Obj->new('deep 1') }, { o => Obj->new('deep 2') } ]);
shift @{ $registry{list} };
is(logged(), 'deep 1', 'in an array of hashes');
$registry{list}[0]{o} = undef;
is(logged(), 'deep 2', 'an element');
push @{ $registry{made}{here} }, Obj->new('vivified');
delete $registry{made};
is(logged(), 'vivified', 'in what came into being by itself');
my @copy = (Obj->new('copied')) x 2;
shift @copy;
push @log, 'one';
shift @copy;
is(logged(), 'one copied', 'repeated');
my ($x, $y) = (Obj->new('x'), Obj->new('y'));
($x, $y) = ($y, $x);
is(logged(), '', 'swapped');
undef $x;
is(logged(), 'y', 'y was in x');
undef $y;
logged();
my @sorted = sort { $a->name cmp $b->name } map { Obj->new($_) } qw(c a b);
is(join('', map { $_->name } @sorted), 'abc', 'sorted');
@sorted = grep { $_->name ne 'b' } @sorted;
is(logged(), 'b', 'without one');
@sorted = ();
is(logged(), 'c a', 'without any');
$_->{seen} = 1 for my @list = (Obj->new(1), Obj->new(2));
@list[0, 1] = @list[1, 0];
is(logged(), '', 'a slice');
@list = ();
is(logged(), '1 2', 'exchanged');
my $ref = \Obj->new('referred');
is($$ref->name . logged(), 'referred', 'a reference to a reference');
undef $ref;
is(logged(), 'referred', 'gone');
my $alias = \my @inner;
push @inner, Obj->new('pushed');
undef @$alias;
is(logged(), 'pushed', 'through a reference');
{
    local $registry{temporary} = Obj->new('local element');
    is(logged(), '', 'local');
}
is(logged(), 'local element', 'restored');
our @global = (Obj->new('global'));
{ local @global = (Obj->new('local array')); }
is(logged(), 'local array', 'a local array');
@global = ();
is(logged(), 'global', 'and the global one');
our $code = do { my $o = Obj->new('in a glob'); sub { $o } };
undef $code;
is(logged(), 'in a glob', 'a package variable');
my $str = Obj->new('string');
$str .= '';
is(logged(), 'string', 'made a string');
my %byref = (Obj->new('key') => 1);
is(logged(), 'key', 'a key is no reference');
my $hash = { %{ { o => Obj->new('flattened') } } };
is(logged(), '', 'copied');
%$hash = ();
is(logged(), 'flattened', 'cleared');
{ my @x = (Obj->new('each')); while (my ($i, $v) = each @x) { push @log, $i } }
is(logged(), '0 each', 'each');
sub with_default { my ($self, $o) = (@_, Obj->new('default')); return ref $o }
is(with_default(1), 'Obj', 'a default argument');
is(logged(), 'default', 'gone');
sub shifted { my $o = shift; undef $o; push @log, 'after'; return }
shifted(Obj->new('shifted'));
is(logged(), 'after shifted', 'the caller still has it');
sub in_args { undef $_[0]; push @log, 'after'; return }
my $victim = Obj->new('victim');
in_args($victim);
is(logged(), 'victim after', 'through @_');
sub state_holder { use feature 'state'; state $o = Obj->new('state'); return $o->name }
is(state_holder() . logged(), 'state', 'state variables stay');

{
    package Tie;
    sub TIESCALAR { return bless { name => 'scalar' }, shift }
    sub TIEHASH { return bless { name => 'hash' }, shift }
    sub TIEARRAY { return bless { name => 'array' }, shift }
    sub FETCH { return 1 }
    sub FETCHSIZE { return 0 }
    sub UNTIE { push @log, 'untie' }
    sub DESTROY { push @log, 'tied ' . $_[0]{name} }
}
tie my $ts, 'Tie';
untie $ts;
is(logged(), 'untie tied scalar', 'untie');
{ tie my %th, 'Tie'; tie my @ta, 'Tie'; push @log, 'end' }
is(logged(), 'end tied array tied hash', 'tied variables end');
my $object = tie my %ti, 'Tie';
untie %ti;
push @log, 'still';
undef $object;
is(logged(), 'untie still tied hash', 'its object was held');

done_testing;
