package Class::Struct;
# Struct-like classes (perldoc Class::Struct).
use strict;
use warnings::register;
use Carp;
require Exporter;

our $VERSION = '0.68';
our @ISA     = ('Exporter');
our @EXPORT  = ('struct');
our $print   = 0;

sub import {
  my $self = shift;
  return $self->export_to_level(1, $self, @_ ? @_ : @EXPORT) if @_ < 2;
  goto &struct;
}

# struct(CLASS => [...]), struct(CLASS => {...}), struct(CLASS, elements...), struct(elements...)
sub struct {
  my ($class, @elements, $kind);
  my $reference = @_ == 2 ? ref $_[1] : '';
  if ($reference eq 'HASH' or $reference eq 'ARRAY') {
    ($class, my $list) = @_;
    $kind = $reference;
    @elements = $reference eq 'HASH' ? %$list : @$list;
  } else {
    $class = @_ % 2 ? shift : (caller)[0];
    $kind = 'ARRAY';
    @elements = @_;
  }
  croak 'struct usage error' if @elements % 2;
  no strict 'refs';
  croak "function 'new' already defined in package $class" if defined &{"${class}::new"};
  my @fields;
  while (my ($name, $type) = splice @elements, 0, 2) {
    croak "'$type' is not a valid struct element type" unless $type =~ /^\*?(?:[\$\@%]|[A-Za-z_]\w*(?:::\w+)*)\z/;
    push @fields, { name => $name, type => $type, class => $class, slot => $kind eq 'ARRAY' ? scalar @fields : "${class}::$name" };
  }
  *{"${class}::new"} = constructor($class, $kind, @fields);
  for my $field (@fields) {
    if (defined &{"${class}::$field->{name}"}) {
      warnings::warnif("function '$field->{name}' already defined, overrides struct accessor method");
      next;
    }
    *{"${class}::$field->{name}"} = accessor($kind, $field);
  }
}

sub slot_of { my ($self, $kind, $slot) = @_; return $kind eq 'ARRAY' ? \$self->[$slot] : \$self->{$slot} }

sub constructor {
  my ($class, $kind, @fields) = @_;
  return sub {
    my ($type, %init) = @_;
    my $self = bless $kind eq 'ARRAY' ? [] : {}, $type;
    for my $field (@fields) {
      my ($name, $bare) = ($field->{name}, $field->{type} =~ s/^\*//r);
      my $value = $init{$name};
      my $slot = slot_of($self, $kind, $field->{slot});
      if ($bare eq '@') {
        croak "Initializer for $name must be array reference" if defined $value and ref $value ne 'ARRAY';
        $$slot = $value || [];
      } elsif ($bare eq '%') {
        croak "Initializer for $name must be hash reference" if defined $value and ref $value ne 'HASH';
        $$slot = $value || {};
      } elsif ($bare ne '$') {
        if (ref $value eq 'HASH') { $$slot = $bare->new(%$value) }
        elsif (defined $value) {
          croak "Initializer for $name must be hash or $bare reference" unless UNIVERSAL::isa($value, $bare);
          $$slot = $value;
        }
      } else {
        $$slot = $value;
      }
    }
    return $self;
  };
}

sub accessor {
  my ($kind, $field) = @_;
  my ($name, $slot) = @$field{qw(name slot)};
  (my $bare = $field->{type}) =~ s/^\*//;
  my $by_reference = $bare ne $field->{type};
  return sub {
    my $self = shift;
    my $place = slot_of($self, $kind, $slot);
    if ($bare eq '@' or $bare eq '%') {
      return $$place unless @_;
      if (@_ == 1 and ref $_[0] eq ($bare eq '@' ? 'ARRAY' : 'HASH')) { $$place = shift; return $$place }
      my $element = shift;
      croak "Too many args to $name" if @_ > 1;
      my $where = $bare eq '@' ? \$$place->[$element] : \$$place->{$element};
      $$where = shift if @_;
      return $by_reference ? $where : $$where;
    }
    if (@_) {
      croak "Too many args to $name" if @_ > 1;
      croak "$name argument is wrong class" if $bare ne '$' and defined $_[0] and !UNIVERSAL::isa($_[0], $bare);
      $$place = shift;
    }
    return $by_reference ? $place : $$place;
  };
}

1;
