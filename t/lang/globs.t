use strict;
use warnings;
no strict 'refs';
no warnings 'once';
use Test::More;

our ($scalar, @array, %hash) = ('scalar');
@array = (1, 2);
%hash = (k => 'v');
sub code { return "code(@_)" }

*alias = \$scalar;
our $alias;
$alias = 'through the alias';
is($scalar, 'through the alias', 'scalar slot');
*alias = \@array;
our @alias;
push @alias, 3;
is("@array", '1 2 3', 'array slot');
*alias = \%hash;
our %alias;
is($alias{k}, 'v', 'hash slot');
*alias = \&code;
is(alias(1), 'code(1)', 'code slot');
*whole = *scalar;
our $whole;
is($whole, 'through the alias', 'whole glob');
is(ref \*scalar, 'GLOB', 'reference to a glob');
is(*scalar{PACKAGE} . '::' . *scalar{NAME}, 'main::scalar', 'its name');
is(${ *scalar{SCALAR} }, 'through the alias', '{SCALAR}');
is("@{ *array{ARRAY} }", '1 2 3', '{ARRAY}');
is(*hash{HASH}{k}, 'v', '{HASH}');
is(*code{CODE}->('x'), 'code(x)', '{CODE}');
is(*scalar{CODE}, undef, 'an empty slot');
is('' . *scalar, '*main::scalar', 'as a string');
is(${ *{'main::scalar'} }, 'through the alias', 'by name');

my $name = 'dynamic';
*$name = sub { return 'dynamic sub' };
is(dynamic(), 'dynamic sub', 'a sub by name');
*{"Other::method"} = sub { return ref($_[0]) || $_[0] };
is(Other->method, 'Other', 'in another package');
${"Other::variable"} = 5;
is($Other::variable, 5, 'a variable by name');
@{"Other::list"} = (1, 2);
is(scalar @Other::list, 2, 'an array by name');
is(&{"code"}('by name'), 'code(by name)', 'called by name');
is("main"->can('code')->('can'), 'code(can)', 'can');
ok(defined &{"main::code"}, 'defined');
ok(!defined &{"main::nothing"}, 'not defined');
ok(exists $main::{code}, 'in the symbol table');
ok(!exists $main::{no_such_name}, 'not there');
is(join(',', sort grep { defined &{"Other::$_"} } keys %Other::), 'method', 'subs of a package');
for my $field (qw(first second)) { *{ __PACKAGE__ . "::get_$field" } = sub { return "$field of $_[0]" } }
is(get_second('x'), 'second of x', 'generated subs');
{
    no warnings 'redefine';
    local *code = sub { return 'local code' };
    is(code(), 'local code', 'local sub');
}
is(code(2), 'code(2)', 'restored');
{
    my $original = \&code;
    no warnings 'redefine';
    *code = sub { return 'wrapped ' . $original->(@_) };
    is(code(3), 'wrapped code(3)', 'wrapped');
    *code = $original;
}
sub read_line { my ($fh) = @_; return scalar <$fh> }
open FH, '<', \"first\nsecond\n" or die;
is(read_line(*FH), "first\n", 'a glob as a handle');
is(read_line(\*FH), "second\n", 'a reference to it');
close FH;
{
    local *FH;
    open FH, '<', \"inner\n" or die;
    is(read_line('FH'), "inner\n", 'by name');
}
my $fh = do { local *ANON; open ANON, '<', \"anonymous\n" or die; *ANON };
is(read_line($fh), "anonymous\n", 'a copied glob');
{
    package Exporting;
    sub import { my $caller = caller; *{"${caller}::exported"} = sub { 'exported' }; *{"${caller}::Exported"} = \our @shared }
    our @shared = (1, 2);
}
BEGIN { package Early; sub import { no strict 'refs'; *{'main::early'} = sub () { 'early' } } Early->import }
Exporting->import;
is(exported(), 'exported', 'import by hand');
our @Exported;
is("@Exported", '1 2', 'of a variable');
is(early, 'early', 'in BEGIN');
undef &dynamic;
ok(!defined &dynamic, 'undef of a sub');
delete $Other::{method};
ok(!Other->can('method'), 'deleted from the symbol table');
sub with_prototype($) { 1 }
is(prototype(\&with_prototype), '$', 'prototype of a reference');
is(prototype('main::with_prototype'), '$', 'by name');
my $anonymous = sub { (caller(0))[3] };
is($anonymous->(), 'main::__ANON__', 'the name of an anonymous sub');
*named_later = $anonymous;
is(named_later(), 'main::__ANON__', 'which it keeps');
{
    package Nested::Package::Deep;
    our $VERSION = '2.0';
    sub where { return __PACKAGE__ }
}
is(Nested::Package::Deep->where, 'Nested::Package::Deep', 'nested package');
is(Nested::Package::Deep->VERSION, '2.0', 'its version');
ok(exists $Nested::{'Package::'}, 'its symbol table');
is(*STDOUT{IO} ? 1 : 0, 1, 'the IO slot');
is(fileno(STDOUT), fileno(*STDOUT{IO}), 'is the handle');
our $shared_name = 's';
our @shared_name = ('a');
our %shared_name = (h => 1);
is("$shared_name $shared_name[0] $shared_name{h}", 's a 1', 'three variables of one name');
$main::{shared_name} =~ /shared_name/ and pass('a glob of the symbol table');
is(${ $main::{shared_name} }, 's', 'which can be used');


{
    sub opens_inside { local (*F) = @_; open F, '<', $0 or die; return }
    opens_inside(*F);
    ok(close F, 'a handle opened in a sub through local *F = *F is the caller\'s');
}

{
    our $slot = 5;
    my $ref = \*slot;
    is("$$ref", '*main::slot', 'a reference to a glob leads to the glob');
    is(${*$ref}, 5, 'the glob to its scalar');
    is(eval { scalar @$ref }, undef, 'but not to its array');
    like($@, qr/^Not an ARRAY reference at /, 'the error');
    is(eval { scalar %$ref }, undef, 'nor to its hash');
    like($@, qr/^Not a HASH reference at /, 'the error');
}

our @slots = (1);
our $slots = 'scalar';
sub slots { return 'sub' }
{ local *slots = [9]; is("@slots $slots " . slots(), '9 scalar sub', 'local with an assignment replaces one slot') }
is("@slots $slots", '1 scalar', '... until its scope ends');
{ local *slots; is(defined $slots ? 1 : @slots, 0, 'local alone empties all') }

done_testing;
