package IO::Dir;
# Directories as objects (perldoc IO::Dir).
use strict;
use Carp;
use Symbol;
use IO::Handle;

our $VERSION = '1.55';

sub new {
  my ($class, $dir) = @_;
  my $self = bless gensym, $class;
  return $self if @_ < 2;
  return $self->open($dir) ? $self : undef;
}

sub open   { my ($self, $dir) = @_; return opendir $self, $dir }
sub close  { return closedir $_[0] }
sub read   { my ($self) = @_; return readdir $self }
sub rewind { return rewinddir $_[0] }
sub tell   { return telldir $_[0] }
sub seek   { return seekdir $_[0], $_[1] }

1;
