package Tie::Array;
# Base classes for tied arrays (perldoc Tie::Array): everything by FETCH, STORE, FETCHSIZE and STORESIZE.
use strict;

our $VERSION = '1.07';

sub DESTROY { }
sub EXTEND  { }
sub UNSHIFT { return scalar shift->SPLICE(0, 0, @_) }
sub SHIFT   { return shift->SPLICE(0, 1) }
sub CLEAR   { $_[0]->STORESIZE(0) }

sub PUSH {
  my $self = shift;
  my $size = $self->FETCHSIZE;
  $self->STORE($size++, shift) while @_;
  return $size;
}

sub POP {
  my ($self) = @_;
  my $last = $self->FETCHSIZE - 1;
  return undef if $last < 0;
  my $value = $self->FETCH($last);
  $self->STORESIZE($last);
  return $value;
}

sub SPLICE {
  my $self   = shift;
  my $size   = $self->FETCHSIZE;
  my $offset = @_ ? shift : 0;
  $offset += $size if $offset < 0;
  my $length = @_ ? shift : $size - $offset;
  $length += $size - $offset if $length < 0;
  my @gone = map { $self->FETCH($offset + $_) } 0 .. $length - 1;
  my @tail = map { $self->FETCH($_) } $offset + $length .. $size - 1;
  $self->STORE($offset++, $_) for @_, @tail;
  $self->STORESIZE($offset) if $offset < $size;
  return wantarray ? @gone : $gone[-1];
}

for my $method ('EXISTS', 'DELETE') {
  no strict 'refs';
  *$method = sub {
    my $class = ref $_[0];
    require Carp;
    Carp::croak("$class doesn't define $method()");
  };
}

package Tie::StdArray;
our @ISA = ('Tie::Array');

sub TIEARRAY  { return bless [], $_[0] }
sub FETCHSIZE { return scalar @{ $_[0] } }
sub STORESIZE { $#{ $_[0] } = $_[1] - 1 }
sub STORE     { $_[0]->[$_[1]] = $_[2] }
sub FETCH     { return $_[0]->[$_[1]] }
sub CLEAR     { @{ $_[0] } = () }
sub POP       { return pop @{ $_[0] } }
sub PUSH      { my $self = shift; return push @$self, @_ }
sub SHIFT     { return shift @{ $_[0] } }
sub UNSHIFT   { my $self = shift; return unshift @$self, @_ }
sub EXISTS    { return exists $_[0]->[$_[1]] }
sub DELETE    { return delete $_[0]->[$_[1]] }

sub SPLICE {
  my $self   = shift;
  my $offset = @_ ? shift : 0;
  $offset += @$self if $offset < 0;
  my $length = @_ ? shift : @$self - $offset;
  return splice @$self, $offset, $length, @_;
}

1;
