package lib;
# Changes @INC (perldoc lib). `use lib` itself is settled by the compiler; this serves `lib->import` at run time.
use strict;

our $VERSION  = '0.65';
our @ORIG_INC = @INC;

sub import {
  shift;
  my %seen;
  @INC = grep { !$seen{$_}++ } @_, @INC;
  return;
}

sub unimport {
  shift;
  my %gone = map { $_ => 1 } @_;
  @INC = grep { !$gone{$_} } @INC;
  return;
}

1;
