package FileHandle;
# The older name of IO::File (perldoc FileHandle).
use strict;
require IO::File;
require Exporter;

our $VERSION   = '2.05';
our @ISA       = ('IO::File');
our @EXPORT    = qw(_IOFBF _IOLBF _IONBF);
our @EXPORT_OK = qw(pipe autoflush print printf getline getlines);

sub pipe {
  my $read  = IO::Handle->new;
  my $write = IO::Handle->new;
  CORE::pipe($read, $write) or return undef;
  return ($read, $write);
}

1;
