package parent;
# Inherit at compile time (perldoc parent).
use strict;

our $VERSION = '0.241';

sub import {
  my $class  = shift;
  my $target = caller(0);
  if (@_ and $_[0] eq '-norequire') {
    shift @_;
  } else {
    for (my @names = @_) {
      s{::|'}{/}g;
      require "$_.pm";
    }
  }
  no strict 'refs';
  push @{"${target}::ISA"}, @_;
}

1;
