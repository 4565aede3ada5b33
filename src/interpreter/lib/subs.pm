package subs;
# Declares subs in advance (perldoc subs). `use subs` is settled by the compiler.
our $VERSION = '1.04';

sub import {
  my $target = caller;
  shift;
  no strict 'refs';
  *{"${target}::$_"} = \&{"${target}::$_"} for @_;
}

1;
