package Tie::Scalar;
# Base classes for tied scalars (perldoc Tie::Scalar).
use strict;
use warnings::register;

our $VERSION = '1.06';

sub new { my $class = shift; return $class->TIESCALAR(@_) }

sub TIESCALAR {
  my $class = shift;
  if ($class->can('new') and $class->can('new') != \&new) {
    warnings::warnif("WARNING: calling ${class}->new since ${class}->TIESCALAR is missing");
    return $class->new(@_);
  }
  require Carp;
  Carp::croak("$class doesn't define a TIESCALAR method");
}

for my $method ('FETCH', 'STORE') {
  no strict 'refs';
  *$method = sub {
    my $class = ref $_[0];
    require Carp;
    Carp::croak("$class doesn't define a $method method");
  };
}

package Tie::StdScalar;
our @ISA = ('Tie::Scalar');

sub TIESCALAR { my ($class, @value) = @_; my $value = @value ? $value[0] : undef; return bless \$value, $class }
sub FETCH     { return ${ $_[0] } }
sub STORE     { ${ $_[0] } = $_[1] }
sub DESTROY   { }

1;
