package IO::Pipe;
# Pipes as objects (perldoc IO::Pipe).
use strict;
use Carp;
use Symbol;
use IO::Handle;

our $VERSION = '1.55';

sub new {
  my $type  = shift;
  my $class = ref $type || $type || 'IO::Pipe';
  croak "usage: $class->([READFH, WRITEFH])" unless @_ == 0 || @_ == 2;
  my $self = bless gensym, $class;
  my ($read, $write) = @_ ? @_ : $self->handles;
  pipe $read, $write or return undef;
  @{*$self} = ($read, $write);
  return $self;
}

sub handles { croak 'usage: $pipe->handles()' if @_ != 1; return (IO::Pipe::End->new, IO::Pipe::End->new) }

# One end stays; with a command, a child has the other.
sub become {
  my ($self, $keep, $mode, @command) = @_;
  my ($mine, $other) = @{*$self}[$keep, 1 - $keep];
  if (!@command) {
    close $other;
    return $self->adopt($mine);
  }
  my $pid = fork;
  croak "IO::Pipe: Cannot fork: $!" unless defined $pid;
  if ($pid) {
    ${*$mine} = $pid;
    close $other;
    return $self->adopt($mine);
  }
  my ($target, $how) = $keep == 0 ? (\*STDOUT, '>&') : (\*STDIN, '<&');
  open $target, $how . fileno $other or croak "IO::Pipe: Cannot dup: $!";
  exec @command or croak "IO::Pipe: Cannot exec: $!";
}

sub adopt {
  my ($self, $end) = @_;
  *$self = *$end;
  bless $self, 'IO::Pipe::End';
  ${*$self} = ${*$end};
  return $self;
}

sub reader { my $self = shift; return $self->become(0, 'r', @_) }
sub writer { my $self = shift; return $self->become(1, 'w', @_) }

package IO::Pipe::End;
our @ISA = ('IO::Handle');

sub close {
  my ($self) = @_;
  my $ok = $self->SUPER::close;
  waitpid ${*$self}, 0 if defined ${*$self};
  return $ok;
}

1;
