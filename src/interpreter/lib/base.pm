package base;
# Inherit at compile time; a base class that is no file must be there already (perldoc base).
use strict 'vars';

our $VERSION = '2.27';

sub import {
  my $class = shift;
  my $heir  = caller(0);
  my @bases;
  for my $base (@_) {
    warn "Class '$heir' tried to inherit from itself\n" if $heir eq $base;
    next if grep { $_->isa($base) } $heir, @bases;
    load($base);
    push @bases, $base;
  }
  push @{"${heir}::ISA"}, @bases;
}

# A missing file is no error if the package exists.
sub load {
  my ($base) = @_;
  (my $file = "$base.pm") =~ s{::}{/}g;
  {
    local $SIG{__DIE__};
    local $@;
    eval { require $file; 1 } or do {
      my $error = $@;
      die $error unless $error =~ /^Can't locate \Q$file\E .*? at .* line [0-9]+(?:, <[^>]*> (?:line|chunk) [0-9]+)?\.\n\z/s;
    };
  }
  return if %{"${base}::"};
  require Carp;
  local $" = ' ';
  Carp::croak(<<"ERROR");
Base class package "$base" is empty.
    (Perhaps you need to 'use' the module which defines that package first,
    or make that module available in \@INC (\@INC contains: @INC).
ERROR
}

1;
