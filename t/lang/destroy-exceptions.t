# DESTROY, die and eval (perlobj "Destructors", perldiag "(in cleanup)").
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

eval { my $x = Obj->new('x'); die "oops\n" } or push @log, 'caught';
is(logged() . " $@", "x caught oops\n", 'before eval returns');
eval { my $x = Obj->new('x'); 1 } and push @log, 'fine';
is(logged(), 'x fine', 'without an exception');
sub deep { my $x = Obj->new("deep $_[0]"); $_[0] ? deep($_[0] - 1) : die "bottom\n" }
eval { deep(2) };
is(logged() . " $@", "deep 0 deep 1 deep 2 bottom\n", 'unwinding');
eval { my $x = Obj->new('loop'); for (1) { my $y = Obj->new('body'); die "z\n" } };
is(logged(), 'body loop', 'out of a loop');
eval { my @x = map { Obj->new($_) } 1 .. 2; die Obj->new('exception') };
push @log, 'held by $@';
is(ref $@, 'Obj', 'an object as exception');
$@ = '';
is(logged(), '2 1 held by $@ exception', 'lives in $@');
{
    package Failure;
    sub new { my ($class, %f) = @_; return bless {%f}, $class }
    sub throw { my $class = shift; die $class->new(@_) }
    sub message { return $_[0]{message} }
    sub DESTROY { push @log, 'failure gone' }
}
eval { eval { Failure->throw(message => 'inner') }; push @log, $@->message; die $@ };
push @log, 'outer';
is($@->message, 'inner', 'thrown again');
undef $@;
is(logged(), 'inner outer failure gone', 'once');
if (!eval { Failure->throw(message => 'm'); 1 }) { my $error = $@; $@ = ''; push @log, $error->message }
is(logged(), 'm failure gone', 'kept in a lexical');

{ package Careful; sub new { return bless [], shift } sub DESTROY { eval { die "inside\n" } } }
eval { my $x = Careful->new; die "outside\n" };
is($@, "outside\n", 'eval in DESTROY and an exception');
{ package Dying; sub new { return bless [], shift } sub DESTROY { die "in DESTROY\n" } }
{
    my @warnings;
    local $SIG{__WARN__} = sub { push @warnings, @_ };
    $@ = 'before';
    { my $x = Dying->new; }
    is("@warnings", "\t(in cleanup) in DESTROY\n", 'a warning');
    is($@, 'before', '$@ is left alone');
    @warnings = ();
    eval { my $x = Dying->new; die "outer\n" };
    is("@warnings", "\t(in cleanup) in DESTROY\n", 'while unwinding');
    is($@, "outer\n", 'the exception goes on');
    @warnings = ();
    eval { my $x = Dying->new; 1 };
    is($@, '', 'no exception from DESTROY');
    @warnings = ();
    { package Place; sub DESTROY { die 'without newline' } }
    { my $x = bless {}, 'Place'; } my $line = __LINE__;
    is("@warnings", "\t(in cleanup) without newline at $0 line " . ($line - 1) . ".\n", 'with its place');
    @warnings = ();
    { package Silent; no warnings; sub DESTROY { die 'unheard' } }
    { my $x = bless {}, 'Silent'; }
    is("@warnings", '', 'a category: misc');
}
{ package Count; my $n = 0; sub DESTROY { my $self = shift; $n++; $Count::saved = $self if $n == 1 } sub n { return $n } }
our $none;
{ my $x = bless {}, 'Count'; }
is(Count::n(), 1, 'destroyed');
ok(defined $Count::saved, 'and saved');
undef $Count::saved;
is(Count::n(), 2, 'destroyed again');

{ package Auto; our $AUTOLOAD; sub AUTOLOAD { push @log, $AUTOLOAD; return } }
{ my $x = bless {}, 'Auto'; }
is(logged(), 'Auto::DESTROY', 'AUTOLOAD is asked');
{ package Base; sub DESTROY { push @log, 'base' } package Derived; our @ISA = 'Base'; sub DESTROY { my $s = shift; push @log, 'derived'; $s->SUPER::DESTROY } }
{ my $x = bless {}, 'Derived'; }
is(logged(), 'derived base', 'SUPER::DESTROY');
{ my $x = bless {}, 'Base'; bless $x, 'Derived'; bless $x, 'Base'; }
is(logged(), 'base', 'the class it has in the end');
{ my $x = bless \my $scalar, 'Base'; }
{ my $x = bless sub { 1 }, 'Base'; }
{ my $x = bless \*STDOUT, 'Obj2'; }
{ my $x = bless [], 'Base'; }
{ my $x = bless qr/x/, 'Base'; }
like(logged(), qr/^base(?: base){2,3}$/, 'other referents');
{ package Args; sub DESTROY { push @log, scalar(@_), defined wantarray ? 'wanted' : 'void', (caller(0))[3] } }
{ my $x = bless {}, 'Args'; }
is(logged(), '1 void Args::DESTROY', 'how it is called');
my $explicit = Obj->new('explicit');
$explicit->DESTROY;
push @log, 'called';
undef $explicit;
is(logged(), 'explicit called explicit', 'called by hand');
{
    local $@ = 'kept';
    local $_ = 'topic';
    { my $x = Obj->new('y'); }
    is("$@ $_", 'kept topic', 'variables of the surroundings');
}
logged();
sub thrower { my $x = Obj->new('guarded'); die "thrown\n" }
my $ok = eval { thrower(); 1 };
is(logged() . ($ok ? '' : ' failed'), 'guarded failed', 'in a sub called by eval');
my @results = (eval { my $x = Obj->new('p'); (1, 2, Obj->new('result')) });
push @log, 'have';
@results = ();
is(logged(), 'p have result', 'results of eval');
local $SIG{__DIE__} = sub { push @log, 'hook' };
eval { my $x = Obj->new('h'); die "x\n" };
is(logged(), 'hook h', '$SIG{__DIE__} comes first');


{
    package Looks;
    our $seen = '';
    sub DESTROY { $seen = $@ }
    package main;
    eval { my $object = bless [], 'Looks'; die "reason\n" };
    is($Looks::seen, "reason\n", 'DESTROY on the way out of eval sees the exception');
}

done_testing;
