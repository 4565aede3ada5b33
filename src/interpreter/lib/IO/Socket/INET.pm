package IO::Socket::INET;
# Internet sockets, IPv4 (perldoc IO::Socket::INET).
use strict;
use Carp;
use Errno;
use IO::Socket;
use Socket;

our $VERSION = '1.55';
our @ISA     = ('IO::Socket');

IO::Socket::INET->register_domain(AF_INET);

my %type_of  = (tcp => SOCK_STREAM, udp => SOCK_DGRAM, icmp => SOCK_RAW);
my %proto_of = (tcp => 6, udp => 17, icmp => 1);

sub new {
  my $class = shift;
  unshift @_, 'PeerAddr' if @_ == 1;
  return $class->SUPER::new(@_);
}

# Address, port and protocol from what the caller gave: `host:port`, `port(80)`, names.
sub parts_of {
  my ($address, $port, $protocol) = @_;
  $port = $1 if defined $address and !defined $port || $address =~ /:/ and $address =~ s/:([\w()\/]+)$//;
  if (defined $port and $port =~ /^(\w+)\((\d+)\)$/) { my $number = (getservbyname $1, $protocol || 'tcp')[2]; $port = defined $number ? $number : $2 }
  elsif (defined $port and $port =~ /\D/) {
    my $number = (getservbyname $port, $protocol || 'tcp')[2];
    return ($address, undef, "Bad service '$port'") unless defined $number;
    $port = $number;
  }
  return ($address, $port, undef);
}

sub failed {
  my ($self, $errno, @text) = @_;
  $! = $errno if $errno;
  my $why = join ': ', @text;
  $@ = join ': ', __PACKAGE__, $why;
  $IO::Socket::errstr = $@;
  close $self if defined fileno $self;
  return undef;
}

sub packed_address {
  my ($name) = @_;
  return INADDR_ANY unless defined $name and length $name;
  return scalar gethostbyname $name if $name !~ /^[\d.]+$/;
  return inet_aton($name);
}

sub configure {
  my ($self, $args) = @_;
  $args->{LocalAddr} = delete $args->{LocalHost} if exists $args->{LocalHost} and !exists $args->{LocalAddr};
  $args->{PeerAddr}  = delete $args->{PeerHost}  if exists $args->{PeerHost}  and !exists $args->{PeerAddr};
  my $protocol = $args->{Proto};
  my ($laddr, $lport, $lbad) = parts_of(@$args{qw(LocalAddr LocalPort)}, $protocol);
  return failed($self, Errno::EINVAL(), $lbad) if $lbad;
  my ($raddr, $rport, $rbad) = parts_of(@$args{qw(PeerAddr PeerPort)}, $protocol);
  return failed($self, Errno::EINVAL(), $rbad) if $rbad;
  my $type = $args->{Type} || (defined $protocol && $type_of{ lc $protocol }) || SOCK_STREAM;
  my $number = !defined $protocol ? 0 : $protocol =~ /\D/ ? $proto_of{ lc $protocol } || (getprotobyname $protocol)[2] || 0 : $protocol;
  $number ||= $type == SOCK_STREAM ? 6 : $type == SOCK_DGRAM ? 17 : 0;
  my $local = packed_address($laddr);
  return failed($self, Errno::EINVAL(), "Bad hostname '$laddr'") unless defined $local;
  $self->socket(AF_INET, $type, $number) or return failed($self, $!, "$!");
  $self->blocking(0) if defined $args->{Blocking} and !$args->{Blocking};
  if ($args->{ReuseAddr} || $args->{Reuse}) { $self->sockopt(SO_REUSEADDR, 1) or return failed($self, $!, "$!") }
  if ($args->{ReusePort}) { $self->sockopt(SO_REUSEPORT, 1) or return failed($self, $!, "$!") }
  if ($args->{Broadcast}) { $self->sockopt(SO_BROADCAST, 1) or return failed($self, $!, "$!") }
  if (defined $lport or $laddr or exists $args->{Listen}) {
    $self->bind(pack_sockaddr_in($lport || 0, $local)) or return failed($self, $!, "$!");
  }
  if (exists $args->{Listen}) {
    $self->listen($args->{Listen} || 5) or return failed($self, $!, "$!");
    return $self;
  }
  return $self unless defined $raddr;
  return failed($self, Errno::EINVAL(), 'Cannot determine remote port') unless defined $rport;
  my $remote = packed_address($raddr);
  return failed($self, Errno::EINVAL(), "Bad hostname '$raddr'") unless defined $remote;
  $self->connect(pack_sockaddr_in($rport, $remote)) or return failed($self, $!, "connect: $!");
  return $self;
}

sub bind_address { }
sub sockaddr { my $name = $_[0]->sockname; return $name ? (sockaddr_in($name))[1] : undef }
sub sockport { my $name = $_[0]->sockname; return $name ? (sockaddr_in($name))[0] : undef }
sub sockhost { my $address = $_[0]->sockaddr; return $address ? inet_ntoa($address) : undef }
sub peeraddr { my $name = $_[0]->peername; return $name ? (sockaddr_in($name))[1] : undef }
sub peerport { my $name = $_[0]->peername; return $name ? (sockaddr_in($name))[0] : undef }
sub peerhost { my $address = $_[0]->peeraddr; return $address ? inet_ntoa($address) : undef }

1;
