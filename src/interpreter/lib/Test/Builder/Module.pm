package Test::Builder::Module;
# Base class of testing modules: import takes a plan besides the names (perldoc Test::Builder::Module).
use strict;
use Test::Builder;
require Exporter;

our $VERSION = '1.302190';
our @ISA     = ('Exporter');

sub builder      { return Test::Builder->new }
sub import_extra { }

sub import {
  my ($class) = shift;
  return 1 if $class eq __PACKAGE__;
  my $test = $class->builder;
  $test->exported_to(scalar caller);
  $class->import_extra(\@_);
  my @names = $class->_strip_imports(\@_);
  $test->plan(@_);
  local $Exporter::ExportLevel = $Exporter::ExportLevel + 1;
  $class->Exporter::import(@names);
}

# Takes `import => [names]` out of the list.
sub _strip_imports {
  my ($class, $list) = @_;
  my (@names, @rest);
  for (my $i = 0; $i < @$list; $i++) {
    if (defined $list->[$i] and $list->[$i] eq 'import') { push @names, @{ $list->[++$i] } }
    else                                                 { push @rest, $list->[$i] }
  }
  @$list = @rest;
  return @names;
}

1;
