#!/usr/bin/env perl
# Classes with AUTOLOAD, SUPER and can; what die throws and what calls of missing methods say.
package Counter;
use strict;
use warnings;
our $AUTOLOAD;
my $instances = 0;

sub new {
    my ( $class, %args ) = @_;
    my $self = bless { count => 0, step => 1, %args }, ref($class) || $class;
    $instances++;
    return $self;
}

sub AUTOLOAD {
    my $self = shift;
    my $name = $AUTOLOAD;
    $name =~ s/.*:://;
    return if $name eq 'DESTROY';
    die sprintf( "no method %s in %s\n", $name, ref $self ) unless exists $self->{$name};
    no strict 'refs';
    *{$AUTOLOAD} = sub { my $s = shift; $s->{$name} = shift if @_; $s->{$name} };
    unshift @_, $self;
    goto &$AUTOLOAD;
}
sub incr      { my $self = shift; $self->{count} += $self->{step}; $self }
sub instances { $instances }

package Counter::Double;
our @ISA = ('Counter');
sub incr { my $self = shift; $self->SUPER::incr() for 1 .. 2; $self }

package main;
my $c = Counter->new( step => 3 );
$c->incr->incr;
print $c->count, "\n";
$c->count(100);
print $c->count, " ", $c->step, "\n";
eval { $c->nosuch };
print "err: $@";
my $d = Counter::Double->new;
$d->incr;
print $d->count, "\n";
my $e = $d->new( step => 10 );
print ref($e), " ", $e->incr->count, " ", Counter::instances(), "\n";
print Counter->can('incr') ? "can\n" : "cannot\n";
print $d->isa('Counter')   ? "isa\n" : "not\n";
print UNIVERSAL::isa( $d, 'HASH' ), "\n";
my $m = "incr";
$d->$m;
print $d->{count}, "\n";
my $class = "Counter";
my $o     = $class->new;
print ref $o, "\n";
my $code = $o->can('incr');
$o->$code();
print $o->{count}, "\n";
eval { my $x = undef; $x->foo };
print $@;
eval { Nope->foo };
print $@;
eval { my $x = "abc"; $x->foo };
print $@;
eval { my $x = []; $x->foo };
print $@;
eval { die { code => 42, msg => "obj" } };
print "code $@->{code}\n" if ref $@;
eval {
    eval { die "inner\n" };
    print "got $@";
    die "outer: $@";
};
print "then $@";
{

    package Ex;
    sub new   { my $c = shift; bless {@_}, $c }
    sub throw { my $c = shift; die $c->new(@_) }
    sub msg   { $_[0]{msg} }
}
eval { Ex->throw( msg => 'thrown' ) };
if ( my $err = $@ ) {
    if ( ref $err && $err->isa('Ex') ) { print "Ex: ", $err->msg, "\n" }
}
local $@ = "kept";
eval { 1 };
print "empty: '", $@, "'\n";
my $r = eval { 5 } || 'no';
print "$r\n";
print "done\n";
