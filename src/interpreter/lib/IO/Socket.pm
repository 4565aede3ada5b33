package IO::Socket;
# Sockets as objects (perldoc IO::Socket).
use strict;
use Carp;
use Errno;
use IO::Handle;
use Socket;
require Exporter;

our $VERSION   = '1.55';
our @ISA       = ('IO::Handle');
our @EXPORT_OK = qw(sockatmark);
our $errstr;

my %class_of;    # by address family

sub register_domain { my ($class, $domain) = @_; $class_of{$domain} = $class }

sub import {
  my $package = shift;
  if (@_ && $_[0] eq 'sockatmark') { Exporter::export_to_level('IO::Socket', 1, $package, 'sockatmark') }
  else { my $target = caller; Exporter::export('Socket', $target, @_) }
}

sub new {
  my ($class, %args) = @_;
  my $self = $class->SUPER::new;
  $self->autoflush(1);
  ${*$self}{io_socket_timeout} = delete $args{Timeout};
  return %args ? $self->configure(\%args) : $self;
}

sub configure {
  my ($self, $args) = @_;
  my $domain = delete $args->{Domain};
  croak 'IO::Socket: Cannot configure a generic socket' unless defined $domain;
  croak 'IO::Socket: Unsupported socket domain' unless defined $class_of{$domain};
  bless $self, $class_of{$domain};
  return $self->configure($args);
}

sub socket {
  my ($self, $domain, $type, $protocol) = @_;
  socket $self, $domain, $type, $protocol or return undef;
  @{*$self}{qw(io_socket_domain io_socket_type io_socket_proto)} = ($domain, $type, $protocol);
  return $self;
}

sub socketpair {
  my ($class, $domain, $type, $protocol) = @_;
  my ($one, $two) = ($class->new, $class->new);
  socketpair $one, $two, $domain, $type, $protocol or return ();
  @{*$_}{qw(io_socket_type io_socket_proto)} = ($type, $protocol) for $one, $two;
  return ($one, $two);
}

sub bind     { my ($self, $address) = @_; return bind($self, $address) ? $self : undef }
sub listen   { my ($self, $queue) = @_; return listen($self, defined $queue && $queue > 0 ? $queue : 5) ? $self : undef }
sub shutdown { my ($self, $how) = @_; return shutdown $self, $how }
sub peername { return getpeername $_[0] }
sub sockname { return getsockname $_[0] }
sub timeout  { my ($self, $value) = @_; my $old = ${*$self}{io_socket_timeout}; ${*$self}{io_socket_timeout} = $value if @_ > 1; return $old }
sub sockdomain { return ${*{ $_[0] }}{io_socket_domain} }
sub socktype { return ${*{ $_[0] }}{io_socket_type} }
sub protocol { return ${*{ $_[0] }}{io_socket_proto} }
sub blocking { my $self = shift; return $self->SUPER::blocking(@_) }

sub connected { return getpeername $_[0] }

sub connect {
  my ($self, $address) = @_;
  my $timeout = ${*$self}{io_socket_timeout};
  return connect($self, $address) ? $self : undef unless $timeout;
  my $was = $self->blocking(0);
  my $ok = connect $self, $address;
  if (!$ok and $!{EINPROGRESS}) {
    require IO::Select;
    if (IO::Select->new($self)->can_write($timeout)) {
      my $error = unpack 'i', getsockopt $self, SOL_SOCKET, SO_ERROR;
      $ok = !$error;
      $! = $error;
    } else {
      $! = Errno::ETIMEDOUT();
    }
  }
  my $error = $!;
  $self->blocking(1) if $was;
  $! = $error;
  return $ok ? $self : undef;
}

sub accept {
  my ($self, $package) = @_;
  my $timeout = ${*$self}{io_socket_timeout};
  if (defined $timeout) {
    require IO::Select;
    if (!IO::Select->new($self)->can_read($timeout)) {
      $! = Errno::ETIMEDOUT();
      return;
    }
  }
  my $new = ($package || ref $self)->new(Timeout => $timeout);
  my $peer = accept $new, $self or return;
  ${*$new}{$_} = ${*$self}{$_} for qw(io_socket_domain io_socket_type io_socket_proto);
  return wantarray ? ($new, $peer) : $new;
}

sub send {
  my ($self, $message, $flags, $to) = @_;
  return defined $to ? send $self, $message, $flags || 0, $to : send $self, $message, $flags || 0;
}

sub recv {
  my $self = shift;
  return ${*$self}{io_socket_peername} = recv $self, $_[0], $_[1], $_[2] || 0;
}

sub setsockopt { my ($self, $level, $option, $value) = @_; return setsockopt $self, $level, $option, $value }

sub getsockopt {
  my ($self, $level, $option) = @_;
  my $packed = getsockopt $self, $level, $option;
  return defined $packed && length $packed == 4 ? unpack 'i', $packed : $packed;
}
sub sockopt {
  my ($self, $option, @value) = @_;
  return @value ? $self->setsockopt(SOL_SOCKET, $option, pack 'i', $value[0]) : $self->getsockopt(SOL_SOCKET, $option);
}

require IO::Socket::INET;
require IO::Socket::UNIX;

1;
