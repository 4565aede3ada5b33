use strict;
use warnings;
use Test::More;

{
    package Animal;
    our $count = 0;
    sub new { my ($class, %args) = @_; $count++; return bless { name => 'nobody', %args }, $class }
    sub name { my $self = shift; $self->{name} = shift if @_; return $self->{name} }
    sub speak { my $self = shift; return sprintf '%s says %s', $self->name, $self->sound }
    sub sound { return 'nothing' }
    sub class { return ref shift }
}
{
    package Dog;
    our @ISA = ('Animal');
    sub sound { return 'woof' }
    sub speak { my $self = shift; return $self->SUPER::speak(@_) . '!' }
}
{
    package Cat;
    use parent -norequire, 'Animal';
    sub sound { return 'meow' }
}
package Mixed { our @ISA = qw(Dog Cat); sub both { return $_[0]->Dog::sound . $_[0]->Cat::sound } }

package main;

my $animal = Animal->new(name => 'Rex');
is($animal->speak, 'Rex says nothing', 'a method that calls another');
my $dog = Dog->new(name => 'Fido');
is($dog->speak, 'Fido says woof!', 'SUPER');
is(Cat->new->speak, 'nobody says meow', 'use parent');
is($dog->class, 'Dog', 'ref');
is($dog->name('Bello'), 'Bello', 'setter');
is($Animal::count, 3, 'package variable');
ok($dog->isa('Animal'), 'isa');
ok(Dog->isa('Animal'), 'of a class');
ok(!$animal->isa('Dog'), 'not the other way');
ok($dog->can('name'), 'can');
ok(!$dog->can('fly'), 'cannot');
is(ref Dog->can('sound'), 'CODE', 'gives the code');
is(Mixed->new->both, 'woofmeow', 'qualified methods');
is(Mixed->sound, 'woof', 'the first parent');
my $method = 'sound';
is($dog->$method, 'woof', 'method by name');
my $code = sub { return "code of $_[0]{name} with $_[1]" };
is($dog->$code('x'), 'code of Bello with x', 'method by reference');
my $class = 'Cat';
is($class->sound, 'meow', 'class by name');
is("Cat"->sound, 'meow', 'quoted');
is(Cat::->sound, 'meow', 'with colons');
my $indirect = new Dog(name => 'Indirect');
is($indirect->name, 'Indirect', 'indirect object');
my $m = $dog->can('speak');
is($dog->$m, 'Bello says woof!', 'method from can');
is(Dog->can('sound')->(), 'woof', 'called as a sub');
my $fully = 'Animal::sound';
is($dog->$fully, 'nothing', 'a full name');

eval { $dog->fly };
like($@, qr/^Can't locate object method "fly" via package "Dog" at \S+ line \d+\.$/, 'unknown method');
eval { Nonexistent->new };
like($@, qr/^Can't locate object method "new" via package "Nonexistent" \(perhaps you forgot to load "Nonexistent"\?\) at /, 'unknown class');
eval { my $x = 5; $x->foo };
like($@, qr/^Can't locate object method "foo" via package "5" \(perhaps/, 'a number');
eval { my $r = []; $r->foo };
like($@, qr/^Can't call method "foo" on unblessed reference at /, 'unblessed');
eval { ''->foo };
like($@, qr/^Can't call method "foo" without a package or object reference at /, 'empty');
eval { require Not::There };
like($@, qr/^Can't locate Not\/There\.pm in \@INC \(you may need to install the Not::There module\) \(\@INC /, 'require');

{
    package Accessors;
    for my $field (qw(size color)) {
        no strict 'refs';
        *{"Accessors::$field"} = sub { my $self = shift; $self->{$field} = shift if @_; return $self->{$field} };
    }
    sub new { return bless {}, shift }
}
my $made = Accessors->new;
$made->size(5);
$made->color('red');
is($made->size . $made->color, '5red', 'generated accessors');

{
    package Auto;
    our $AUTOLOAD;
    sub new { return bless { value => 7 }, shift }
    sub AUTOLOAD { my $self = shift; my ($n) = $AUTOLOAD =~ /([^:]+)$/; return if $n eq 'DESTROY'; die "no $n\n" unless exists $self->{$n}; return $self->{$n} }
}
is(Auto->new->value, 7, 'AUTOLOAD method');
is(eval { Auto->new->nothing } // $@, "no nothing\n", 'that dies');

my @log;
{
    package Resource;
    sub new { my ($class, $name) = @_; push @log, "+$name"; return bless { name => $name }, $class }
    sub DESTROY { my $self = shift; push @log, "-$self->{name}" }
}
{ my $r = Resource->new('a'); push @log, 'in'; }
is("@log", '+a in -a', 'destroyed at the end of the scope');
@log = ();
{ my $r = Resource->new('a'); $r = Resource->new('b'); push @log, 'in'; }
is("@log", '+a +b -a in -b', 'or when replaced');
@log = ();
my %hold = (r => Resource->new('h'));
delete $hold{r};
push @log, 'after';
is("@log", '+h -h after', 'or deleted');
@log = ();
sub temporary { return Resource->new('t')->{name} }
is(temporary(), 't', 'a temporary');
is("@log", '+t -t', 'destroyed');
@log = ();
my $copy;
{ my $r = Resource->new('c'); $copy = $r; }
push @log, 'alive';
undef $copy;
is("@log", '+c alive -c', 'with the last reference');
@log = ();
eval { my $r = Resource->new('e'); die "x\n" };
is("@log $@", "+e -e x\n", 'by an exception');
@log = ();
my @array = map { Resource->new($_) } 1, 2;
@array = ();
is(join(' ', sort @log), '+1 +2 -1 -2', 'in an array');

is(join(',', @{ mro::get_linear_isa('Mixed') }), 'Mixed,Dog,Animal,Cat', 'linear order');
ok(UNIVERSAL::isa([], 'ARRAY'), 'UNIVERSAL::isa');
is(Animal->VERSION // 'none', 'none', 'no version');
{ no warnings 'once'; $Animal::VERSION = '1.5'; }
is(Animal->VERSION, '1.5', 'VERSION');
eval { Animal->VERSION(2) };
like($@, qr/^Animal version 2 required--this is only version 1\.5 at /, 'too old');
{
    package Counter;
    my $instances = 0;
    sub new { my $class = shift; $instances++; my $self = bless [@_], $class; return $self }
    sub instances { return $instances }
    sub first { return $_[0][0] }
}
Counter->new(1);
is(Counter->new(9)->first, 9, 'an array object');
is(Counter::instances(), 2, 'a private variable');
my $scalar = bless \(my $s = 5), 'Counter';
is($$scalar, 5, 'a scalar object');
is(ref(bless sub { }, 'Counter'), 'Counter', 'a code object');
$dog->{name} = 'direct';
is($dog->name, 'direct', 'fields');
bless $dog, 'Cat';
is($dog->sound, 'meow', 'rebless');
is(main->can('is') ? 1 : 0, 1, 'imported subs are methods');
is(exists $Dog::{sound} ? 1 : 0, 1, 'symbol table');
{
    package Stringy;
    use overload '""' => sub { return "<$_[0][0]>" }, '==' => sub { return $_[0][0] == $_[1][0] }, '+' => sub { Stringy->new($_[0][0] + (ref $_[1] ? $_[1][0] : $_[1])) },
        'bool' => sub { return 1 }, '<=>' => sub { my ($x, $y, $swap) = @_; my $r = $x->[0] <=> (ref $y ? $y->[0] : $y); return $swap ? -$r : $r }, '@{}' => sub { return $_[0] }, 'fallback' => 1;
    sub new { my ($class, $n) = @_; return bless [$n], $class }
}
my $o = Stringy->new(5);
is("$o", '<5>', 'overloaded string');
is($o + 3, '<8>', 'plus');
is(3 + $o, '<8>', 'swapped');
ok($o > 4, 'comparison');
ok(4 < $o, 'swapped');
is(join(',', sort { $a <=> $b } map { Stringy->new($_) } 3, 1, 2), '<1>,<2>,<3>', 'sort');
$o += 10;
is("$o", '<15>', '+=');
ok($o == Stringy->new(15), '==');
is($o . 'x', '<15>x', 'concatenation falls back');
is(length $o, 4, 'length');
is(overload::StrVal($o) =~ /^Stringy=ARRAY\(0x/ ? 1 : 0, 1, 'StrVal');

is(version->new('1.2') . ' ' . version::qv('1.2.3'), '1.2 1.2.3', 'the class version needs no use');

done_testing;
