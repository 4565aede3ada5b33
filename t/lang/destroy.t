use strict;
use warnings;
use Test::More;
use Scalar::Util qw(weaken);

my @log;
sub logged { my $l = join ' ', @log; @log = (); return $l }
{
    package Obj;
    sub new { my ($class, $name) = @_; return bless { name => $name }, $class }
    sub name { return $_[0]{name} }
    sub DESTROY { my $self = shift; push @log, $self->{name} }
}

{ my $o = Obj->new('scope'); }
is(logged(), 'scope', 'end of scope');
my $o = Obj->new('first');
$o = Obj->new('second');
is(logged(), 'first', 'replaced');
undef $o;
is(logged(), 'second', 'undef');
my @a = (Obj->new('a'), Obj->new('b'));
shift @a;
is(logged(), 'a', 'shift in void context');
@a = ();
is(logged(), 'b', 'cleared');
@a = map { Obj->new($_) } 1 .. 3;
$#a = 0;
is(join(' ', sort split / /, logged()), '2 3', 'shortened');
splice @a, 0, 1;
is(logged(), '1', 'splice');
my %h = (x => Obj->new('x'), y => Obj->new('y'));
delete $h{x};
is(logged(), 'x', 'delete');
%h = ();
is(logged(), 'y', 'cleared');
sub temporary { return Obj->new('temporary') }
temporary();
is(logged(), 'temporary', 'unused result');
is(temporary()->name, 'temporary', 'used once');
is(logged(), 'temporary', 'then gone');
my $copy;
{ my $inner = Obj->new('copied'); $copy = $inner; }
is(logged(), '', 'still referenced');
undef $copy;
is(logged(), 'copied', 'the last reference');
my $nested = { list => [ Obj->new('deep') ] };
undef $nested;
is(logged(), 'deep', 'inside a structure');
my $closure = do { my $captured = Obj->new('captured'); sub { $captured->name } };
is($closure->(), 'captured', 'in a closure');
is(logged(), '', 'which keeps it');
undef $closure;
is(logged(), 'captured', 'until it goes');
eval { my $e = Obj->new('exception'); die "x\n" };
is(logged() . $@, "exceptionx\n", 'an exception');
for my $n (1 .. 2) { my $l = Obj->new("loop$n"); push @log, 'body' }
is(logged(), 'body loop1 body loop2', 'each iteration');
sub early { my $r = Obj->new('returned early'); return if $_[0]; push @log, 'not reached' }
early(1);
is(logged(), 'returned early', 'return');
my $strong = Obj->new('strong');
my $weak = $strong;
weaken $weak;
undef $strong;
is(logged() . (defined $weak ? ' defined' : ' undef'), 'strong undef', 'weak reference');
my $parent = Obj->new('parent');
my $child = Obj->new('child');
$parent->{child} = $child;
$child->{parent} = $parent;
weaken $child->{parent};
undef $child;
undef $parent;
is(logged(), 'parent child', 'a tree with weak parents');
{ local $_ = Obj->new('local'); }
is(logged(), 'local', 'local');
our $global = Obj->new('global');
{ local $global = Obj->new('localized'); }
is(logged(), 'localized', 'local global');
undef $global;
is(logged(), 'global', 'global');
sub argument { my ($arg) = @_; return }
argument(Obj->new('argument'));
is(logged(), 'argument', 'argument');
my ($p, $q) = (Obj->new('p'), Obj->new('q'));
($p, $q) = ($q, $p);
is(logged(), '', 'swap');
undef $_ for $p, $q;
is(logged(), 'q p', 'through aliases');
{
    package Careful;
    sub new { return bless {}, shift }
    sub DESTROY { local $@; eval { die "inside\n" } }
}
eval { my $e = Careful->new; die "outer\n" };
is($@, "outer\n", 'an eval in DESTROY');
{
    package Dying;
    sub DESTROY { die "in DESTROY\n" }
}
{
    my $warning;
    local $SIG{__WARN__} = sub { $warning = shift };
    { my $d = bless [], 'Dying'; }
    is($warning, "\t(in cleanup) in DESTROY\n", 'die in DESTROY warns');
}
{
    package Child;
    our @ISA = 'Obj';
    sub DESTROY { my $self = shift; push @log, 'child of'; $self->SUPER::DESTROY }
}
{ my $c = Child->new('base'); }
is(logged(), 'child of base', 'SUPER::DESTROY');
my $string = "$$" . Obj->new('in an expression')->name;
is(logged(), 'in an expression', 'in an expression');
if (Obj->new('condition')) { push @log, 'block' }
like(logged(), qr/condition/, 'in a condition');
my @sorted = sort { $a->name cmp $b->name } Obj->new('z'), Obj->new('y');
is(join(',', map { $_->name } @sorted), 'y,z', 'sorted');
@sorted = ();
is(join(' ', sort split / /, logged()), 'y z', 'and gone');
is(`$^X -e 'sub D::DESTROY { print "end" } our \$g = bless [], "D"; print "run "'`, 'run end', 'at the end of the program');
is(`$^X -e 'sub D::DESTROY { print "end" } my \$l = bless [], "D"; print "run "; exit'`, 'run end', 'at exit');

{
    package Inspected;
    our $count = 0;
    sub DESTROY { Inspected::arguments(); $count++ }
    sub arguments { package DB; my @frame = caller(1); return scalar @DB::args }
}
{ my $inspected = bless [], 'Inspected' }
Inspected::arguments() for 1, 2;
is($Inspected::count, 1, '@DB::args holds nothing');

done_testing;
