# The order in which things end (perlobj "Destructors").
use strict;
use warnings;
use Test::More;

my @log;
sub logged { my $l = join ' ', @log; @log = (); return $l }
{
    package Obj;
    sub new { my ($class, $name) = @_; return bless { name => $name }, $class }
    sub name { return $_[0]{name} }
    sub DESTROY { my $self = shift; push @log, $self->{name} }
}
sub obj { return Obj->new(@_) }

{ my $x = obj('a'); my $y = obj('b'); my $z = obj('c'); push @log, 'end'; }
is(logged(), 'end c b a', 'lexicals of a block');
{ my ($x, $y, $z) = map { obj($_) } 'a' .. 'c'; push @log, 'end'; }
is(logged(), 'end c b a', 'declared together');
{ my $x = obj('a'); my @y = (obj('b1'), obj('b2')); my %z = (k => obj('c')); push @log, 'end'; }
is(logged(), 'end c b2 b1 a', 'arrays and hashes too');
sub lexicals { my $x = obj('a'); my $y = obj('b'); return 5 }
is(lexicals() . ' ' . logged(), '5 b a', 'lexicals of a sub');
{ my $x = obj('outer'); { my $y = obj('inner'); } push @log, 'between'; }
is(logged(), 'inner between outer', 'nested blocks');
for my $i (1 .. 2) { my $x = obj("x$i"); my $y = obj("y$i"); push @log, 'body' }
is(logged(), 'body y1 x1 body y2 x2', 'each iteration');
for (1 .. 3) { my $x = obj("x$_"); next if $_ == 1; last if $_ == 2; push @log, 'never' }
push @log, 'after';
is(logged(), 'x1 x2 after', 'next and last');
OUTER: for my $i (1 .. 2) {
    my $x = obj("o$i");
    for my $j (1 .. 2) { my $y = obj("i$j"); next OUTER if $j == 1 && $i == 1; last OUTER if $i == 2 }
}
push @log, 'after';
is(logged(), 'i1 o1 i1 o2 after', 'out of both');
my $n = 0;
while (my $x = $n < 2 ? obj('w' . $n++) : undef) { push @log, 'body' }
is(logged(), 'body w0 body w1', 'the variable of while');
{ my $x = obj('redo'); my $again = 0; { my $y = obj('y' . $again); redo if !$again++; } push @log, 'end' }
is(logged() =~ /y0.*y1.*end redo/ ? 1 : logged(), 1, 'redo');

obj(1), obj(2), obj(3);
is(logged(), '3 2 1', 'unused values');
my $list = [obj(1), obj(2), obj(3)];
undef $list;
is(logged(), '3 2 1', 'elements of an array');
my @a = map { obj($_) } 1 .. 4;
splice @a, 1, 2;
push @log, 'then';
@a = ();
is(logged(), '2 3 then 4 1', 'splice, clear');
@a = map { obj($_) } 1 .. 3;
$#a = 0;
push @log, 'then';
undef @a;
is(logged(), '3 2 then 1', 'shortened, undef');
@a = map { obj($_) } 1 .. 2;
@a = (obj(3));
push @log, 'then';
$a[0] = 'value';
is(logged(), '2 1 then 3', 'assigned');
@a = (obj('popped'), obj('shifted'));
@a = reverse @a;
my $gone = shift @a;
push @log, 'held';
undef $gone;
pop @a;
is(logged(), 'held shifted popped', 'shift and pop');
my %h = map { $_ => obj($_) } 'a' .. 'c';
delete @h{qw(b a)};
push @log, 'then';
{ delete local $h{c}; push @log, 'gone' }
is(logged(), 'b a then gone', 'delete');
%h = ();
is(logged(), 'c', 'delete local kept it');
my $kept = delete +{ k => obj('k') }->{k};
push @log, 'kept';
undef $kept;
is(logged(), 'kept k', 'what delete answers');

my $v = obj('old');
$v = obj('new');
push @log, 'after';
$v = 1;
is(logged(), 'old after new', 'overwritten');
my $p = my $q = obj('shared');
undef $p;
push @log, 'one left';
undef $q;
is(logged(), 'one left shared', 'two variables');
is(do { my $t = obj('t'); 5 } . ' ' . logged(), '5 t', 'a do block');
my @m = map { my $t = obj($_); $t->name } 1 .. 3;
is(logged(), '1 2 3', 'in map');
@m = grep { my $t = obj($_); $t->name > 1 } 1 .. 3;
is(logged() . " @m", '1 2 3 2 3', 'in grep');
@m = sort { my $t = obj('s'); $a <=> $b } 2, 1;
is(logged() . " @m", 's 1 2', 'in sort');
eval q{ my $t = obj('evaluated'); push @log, 'in' };
push @log, 'after';
is(logged(), 'in evaluated after', 'eval STRING');
obj('called')->name eq 'called' and push @log, 'right';
is(logged(), 'right called', 'in an expression');
if (lexicals()) { push @log, 'then' }
is(logged(), 'b a then', 'a call in a condition');
if (obj('condition')) { my $x = 1; push @log, 'then' }
is(logged(), 'then condition', 'a value in a condition');
foreach my $x (obj(1), obj(2)) { push @log, 'at ' . $x->name }
is(logged(), 'at 1 at 2 2 1', 'a list to walk');
sub takes { push @log, 'in'; return }
takes(obj('argument'));
push @log, 'after';
is(logged(), 'in argument after', 'an argument');
sub passes { return $_[0] }
is(passes(obj('through'))->name . logged(), 'through', 'passed through');
is(logged(), 'through', 'and gone');
my $tree = obj('root');
$tree->{kids} = [ obj('kid 1'), obj('kid 2') ];
undef $tree;
is(logged(), 'root kid 2 kid 1', 'the outer one first');
my $chain = obj(1);
$chain->{next} = obj(2);
$chain->{next}{next} = obj(3);
undef $chain;
is(logged(), '1 2 3', 'a chain');

our $where = 'outside';
{ package Where; sub DESTROY { push @log, $main::where } }
{ my $first = bless [], 'Where'; local $where = 'inside'; my $second = bless [], 'Where'; push @log, 'end' }
is(logged(), 'end inside outside', 'local and my end in turn');

sub both { my $x = obj('x'); my @r = (obj('r1'), obj('r2')); return wantarray ? @r : \@r }
my $r = both();
push @log, 'scalar';
undef $r;
is(logged(), 'x scalar r2 r1', 'a reference to a lexical array');
my ($r1, $r2) = both();
push @log, 'list';
($r1, $r2) = ();
is(logged(), 'x list r1 r2', 'its elements');
sub recursive { my $depth = shift; my $x = obj("level $depth"); recursive($depth - 1) if $depth > 1; return }
recursive(3);
is(logged(), 'level 1 level 2 level 3', 'recursion');
my @queue = map { obj($_) } 1 .. 3;
while (my $next = shift @queue) { push @log, 'got ' . $next->name }
is(logged(), 'got 1 1 got 2 2 got 3 3', 'a queue');

my $turn = 0;
while ($turn < 2) { my $x = obj("turn $turn") }
continue { push @log, 'continue'; $turn++ }
is(logged(), 'continue turn 0 continue turn 1', 'a continue block belongs to the iteration');
$turn = 0;
do { my $x = obj("turn $turn") } while $turn++ < 1;
is(logged(), 'turn 0 turn 1', 'do while');
{
    for (my $x = obj('head'), my $n = 0; $n < 2; $n++) { push @log, $n }
    push @log, 'behind';
}
is(logged(), '0 1 behind head', 'the head of a C-style loop belongs to the block around it');
my @found = grep { obj($_)->name eq '2' } 1 .. 3;
push @log, "found @found";
is(logged(), '1 2 3 found 2', 'what grep makes ends with each item');
{ no warnings 'once'; local *name = obj('glob'); push @log, 'in' }
push @log, 'out';
is(logged(), 'in glob out', 'what a local glob held');
{
    package Sum;
    use overload '+' => sub { return Sum->new($_[0]{n} + (ref $_[1] ? $_[1]{n} : $_[1])) };
    sub new { my ($class, $n) = @_; return bless { n => $n }, $class }
    sub DESTROY { my $self = shift; push @log, "sum $self->{n}" }
}
my $sum = Sum->new(1);
$sum += 1;
push @log, 'added';
undef $sum;
is(logged(), 'sum 1 added sum 2', 'an overloaded +=');
our @shelf;
sub shelved { my @found = @shelf; return @found }
@shelf = (obj('one'), obj('two'));
for my $object (shelved()) { @shelf = (); push @log, 'still ' . $object->name }
is(logged(), 'still one still two two one', 'what a loop walks stays until the loop is over');
@shelf = (obj('one'), obj('two'));
LOOP: for my $n (1, 2) {
    for (shelved()) { @shelf = (); next LOOP }
}
is(logged(), 'two one', '... or left');

done_testing;
