package IO;
# Loads the IO modules (perldoc IO).
use strict;

our $VERSION = '1.55';

sub import {
  shift;
  my @modules = @_ ? @_ : qw(Handle Seekable File Socket Dir);
  eval join '', map({ 'require IO::' . (/(\w+)/)[0] . ";\n" } @modules), '1;'
    or do { require Carp; Carp::croak($@) };
}

1;
