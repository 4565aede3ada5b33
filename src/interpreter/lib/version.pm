package version;
# Version numbers as objects (perldoc version): decimal ones such as 1.002003 and dotted ones such as v1.2.3.
use strict;
use warnings;

our $VERSION = '0.9930';

use overload
  '""'  => sub { $_[0]->stringify },
  '0+'  => sub { $_[0]->numify },
  'cmp' => \&vcmp,
  '<=>' => \&vcmp,
  'bool' => sub { grep { $_ } @{ $_[0]{version} } };

sub croak { require Carp; goto &Carp::croak }

sub import {
  my $class = shift;
  my $target = caller;
  no strict 'refs';
  *{"${target}::qv"} = sub { my $text = shift; return version->declare($text) } unless defined &{"${target}::qv"};
}

sub new {
  my ($class, $text, @rest) = @_;
  $class = ref $class || $class;
  return bless { %$text }, $class if ref $text and UNIVERSAL::isa($text, 'version');
  return $class->from($text);
}
{ no warnings 'once'; *parse = \&new; }

sub from {
  my ($class, $given) = @_;
  my $text = defined $given ? "$given" : '';
  $text = sprintf 'v%vd', $text if length $text and $text =~ /^[\0-\x1f]/;
  $text =~ s/^\s+|\s+$//g;
  croak('Invalid version format (version required)') if defined $given and $text eq '';
  return bless { original => '0', version => [0] }, $class if $text eq '' or $text eq 'undef';
  if ($text =~ /^v[0-9]/ or $text =~ /\..*\./) {
    croak('Invalid version format (dotted-decimal versions require at least three parts)') if $text !~ /^v/ and $text !~ /^\d+(?:\.\d+){2}/;
    $text =~ /^v?\d+(?:\.\d+)*(?:_\d+)?$/ && $text !~ /^v\d+_/ or _refuse($text);
    (my $digits = $text) =~ s/^v|_//g;
    my @parts = map { $_ + 0 } split /\./, $digits;
    push @parts, 0 while @parts < 3;
    return bless { original => $text, qv => 1, version => \@parts, $text =~ /_/ ? (alpha => 1) : () }, $class;
  }
  $text =~ /^(\d*)(?:\.(\d+(?:_\d+)?)?)?$/ or _refuse($text);
  my ($whole, $fraction) = ($1, defined $2 ? $2 : '');
  my $alpha = $fraction =~ s/_//;
  my @parts = ($whole eq '' ? 0 : $whole + 0);
  while ($fraction =~ /(\d{1,3})/g) { push @parts, substr("${1}00", 0, 3) + 0 }
  return bless { original => $text, version => \@parts, $alpha ? (alpha => 1) : () }, $class;
}

# What is wrong with a text, in the order in which perl looks.
sub _refuse {
  my ($text) = @_;
  my $why = $text =~ /__/ ? 'misplaced underscore'
    : $text =~ /_.*_/ ? 'multiple underscores'
    : $text =~ /^v?\d+\.[\d.]*_\d+\./ ? 'underscores before decimal'
    : $text =~ /^\d+_/ ? 'alpha without decimal'
    : $text =~ /\._/ ? 'fractional part required'
    : $text =~ /^\d*\.\d+_$/ ? 'misplaced underscore'
    : $text =~ /^v\D/ ? 'dotted-decimal versions require at least three parts'
    : 'non-numeric data';
  croak("Invalid version format ($why)");
}

sub declare {
  my ($class, $text) = @_;
  return $text if ref $text and UNIVERSAL::isa($text, 'version');
  $text = "v$text" if defined $text and $text =~ /^\d+(?:\.\d+)?$/ and $text =~ /\./;
  return $class->new($text);
}
sub qv { my $text = pop; return version->declare($text) }

sub numify {
  my ($self) = @_;
  my ($first, @rest) = @{ $self->{version} };
  return sprintf '%d.%s', $first, @rest ? join '', map { sprintf '%03d', $_ } @rest : '000';
}

sub normal {
  my ($self) = @_;
  my @parts = @{ $self->{version} };
  push @parts, 0 while @parts < 3;
  return 'v' . join '.', @parts;
}

sub stringify { my ($self) = @_; return defined $self->{original} ? $self->{original} : $self->{qv} ? $self->normal : $self->numify }
sub is_alpha  { return $_[0]{alpha} ? 1 : '' }
sub is_qv     { return $_[0]{qv} ? 1 : '' }
sub is_lax    { return defined $_[0] && $_[0] =~ /^\s*(?:undef|v?\d+(?:\.\d+)*(?:_\d+)?|\.\d+)\s*$/ ? 1 : '' }
sub is_strict { return defined $_[0] && $_[0] =~ /^(?:(?:0|[1-9]\d*)\.\d+|v(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d{0,2})){2,})$/ ? 1 : '' }
sub noop      { croak('operation not supported with version object') }

sub vcmp {
  my ($left, $right, $swapped) = @_;
  $right = ref($left)->new($right) unless ref $right and UNIVERSAL::isa($right, 'version');
  my @left  = @{ $left->{version} };
  my @right = @{ $right->{version} };
  my $result = 0;
  while (!$result and @left || @right) { $result = (shift(@left) || 0) <=> (shift(@right) || 0) }
  return $swapped ? -$result : $result;
}
{ no warnings 'once'; *VCMP = \&vcmp; }

1;
