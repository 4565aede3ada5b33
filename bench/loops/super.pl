# Methods of a class and its parent (SUPER).
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

package Animal;

sub new {
    my ($class, %a) = @_;
    my $self = { name => $a{name}, sound => 'x', n => 0 };
    return bless $self, $class;
}
sub name  { $_[0]{name} }
sub speak { my $self = shift; $self->{n}++; return $self->name . " says " . $self->sound }
sub sound { 'generic' }

package Dog;
our @ISA = ('Animal');
sub sound { 'woof' }
sub speak { my $self = shift; my $r = $self->SUPER::speak(); return "$r!" }

package main;
measure {
    for (1 .. $_[0]) { my $d = Dog->new(name => "rex"); $d->speak for 1 .. 10 }
};
