package IPC::Open2;
# Runs a command with pipes to its input and output (perldoc IPC::Open2).
use strict;
require IPC::Open3;
require Exporter;

our $VERSION = '1.06';
our @ISA     = ('Exporter');
our @EXPORT  = ('open2');

sub open2 {
  local $Carp::CarpLevel = $Carp::CarpLevel + 1;
  return IPC::Open3::_open3('open2', $_[1], $_[0], '>&STDERR', @_[2 .. $#_]);
}

1;
