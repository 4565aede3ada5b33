package Env;
# Environment variables as scalars or arrays (perldoc Env).
use strict;

our $VERSION = '1.06';

sub import {
  my ($class, @names) = @_;
  my $target = caller;
  @names = grep { /^[A-Za-z_]\w*$/ } keys %ENV unless @names;
  no strict 'refs';
  for (@names) {
    my ($sigil, $name) = /^([\$\@])?(\w+)$/ or next;
    my $full = "${target}::$name";
    if (($sigil || '$') eq '$') { tie $$full, 'Env', $name; *$full = \$$full }
    else                        { tie @$full, 'Env::Array', $name; *$full = \@$full }
  }
}

sub TIESCALAR { return bless \(my $name = $_[1]), $_[0] }
sub FETCH     { return $ENV{ ${ $_[0] } } }
sub STORE     { defined $_[1] ? ($ENV{ ${ $_[0] } } = $_[1]) : delete $ENV{ ${ $_[0] } } }

package Env::Array;
# The parts of a path list, split at colons.

sub TIEARRAY  { return bless \(my $name = $_[1]), $_[0] }
sub parts     { my $text = $ENV{ ${ $_[0] } }; return defined $text ? split /:/, $text, -1 : () }
sub put       { my $self = shift; $ENV{$$self} = join ':', map { defined $_ ? $_ : '' } @_ }
sub FETCHSIZE { my @parts = $_[0]->parts; return scalar @parts }
sub STORESIZE { my @parts = $_[0]->parts; $#parts = $_[1] - 1; $_[0]->put(@parts) }
sub FETCH     { return ($_[0]->parts)[$_[1]] }
sub STORE     { my @parts = $_[0]->parts; $parts[$_[1]] = $_[2]; $_[0]->put(@parts) }
sub EXISTS    { my @parts = $_[0]->parts; return $_[1] < @parts }
sub DELETE    { my @parts = $_[0]->parts; my $old = delete $parts[$_[1]]; $_[0]->put(@parts); return $old }
sub CLEAR     { $_[0]->put() }
sub EXTEND    { }
sub PUSH      { my $self = shift; my @parts = ($self->parts, @_); $self->put(@parts); return scalar @parts }
sub POP       { my @parts = $_[0]->parts; my $last = pop @parts; $_[0]->put(@parts); return $last }
sub SHIFT     { my @parts = $_[0]->parts; my $first = shift @parts; $_[0]->put(@parts); return $first }
sub UNSHIFT   { my $self = shift; my @parts = (@_, $self->parts); $self->put(@parts); return scalar @parts }

sub SPLICE {
  my ($self, $offset, $length, @list) = @_;
  my @parts = $self->parts;
  my @gone = splice @parts, $offset || 0, defined $length ? $length : @parts, @list;
  $self->put(@parts);
  return @gone;
}

1;
