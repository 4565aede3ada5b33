package IO::Socket::UNIX;
# Sockets with a name in the file system (perldoc IO::Socket::UNIX).
use strict;
use IO::Socket;
use Socket;

our $VERSION = '1.55';
our @ISA     = ('IO::Socket');

IO::Socket::UNIX->register_domain(AF_UNIX);

sub new {
  my $class = shift;
  unshift @_, 'Peer' if @_ == 1;
  return $class->SUPER::new(@_);
}

sub configure {
  my ($self, $args) = @_;
  my $type = $args->{Type} || SOCK_STREAM;
  $self->socket(AF_UNIX, $type, 0) or return undef;
  $self->blocking(0) if defined $args->{Blocking} and !$args->{Blocking};
  if (exists $args->{Local}) { $self->bind(pack_sockaddr_un($args->{Local})) or return undef }
  if (exists $args->{Listen} and $type != SOCK_DGRAM) { $self->listen($args->{Listen} || 5) or return undef }
  elsif (exists $args->{Peer}) { $self->connect(pack_sockaddr_un($args->{Peer})) or return undef }
  return $self;
}

sub hostpath { my $name = $_[0]->sockname or return undef; return unpack_sockaddr_un($name) }
sub peerpath { my $name = $_[0]->peername or return undef; return unpack_sockaddr_un($name) }

1;
