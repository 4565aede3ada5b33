package Tie::Hash;
# Base classes for tied hashes (perldoc Tie::Hash).
use strict;
use Carp;
use warnings::register;

our $VERSION = '1.06';

sub new { my $class = shift; return $class->TIEHASH(@_) }

sub TIEHASH {
  my $class = shift;
  my $new = $class->can('new');
  if ($new and $new != \&new) {
    warnings::warnif("WARNING: calling ${class}->new since ${class}->TIEHASH is missing");
    return $class->new(@_);
  }
  croak "$class doesn't define a TIEHASH method";
}

sub EXISTS {
  my $class = ref $_[0];
  croak "$class doesn't define an EXISTS method";
}

sub CLEAR {
  my ($self) = @_;
  my @keys;
  for (my $key = $self->FIRSTKEY; defined $key; $key = $self->NEXTKEY($key)) { push @keys, $key }
  $self->DELETE($_) for @keys;
}

package Tie::StdHash;
our @ISA = ('Tie::Hash');

sub TIEHASH  { return bless {}, $_[0] }
sub STORE    { $_[0]->{ $_[1] } = $_[2] }
sub FETCH    { return $_[0]->{ $_[1] } }
sub FIRSTKEY { my $reset = keys %{ $_[0] }; return each %{ $_[0] } }
sub NEXTKEY  { return each %{ $_[0] } }
sub EXISTS   { return exists $_[0]->{ $_[1] } }
sub DELETE   { return delete $_[0]->{ $_[1] } }
sub CLEAR    { %{ $_[0] } = () }
sub SCALAR   { return scalar %{ $_[0] } }

package Tie::ExtraHash;
our @ISA = ('Tie::Hash');

sub TIEHASH  { my $class = shift; return bless [{}, @_], $class }
sub STORE    { $_[0][0]{ $_[1] } = $_[2] }
sub FETCH    { return $_[0][0]{ $_[1] } }
sub FIRSTKEY { my $reset = keys %{ $_[0][0] }; return each %{ $_[0][0] } }
sub NEXTKEY  { return each %{ $_[0][0] } }
sub EXISTS   { return exists $_[0][0]->{ $_[1] } }
sub DELETE   { return delete $_[0][0]->{ $_[1] } }
sub CLEAR    { %{ $_[0][0] } = () }
sub SCALAR   { return scalar %{ $_[0][0] } }

1;
