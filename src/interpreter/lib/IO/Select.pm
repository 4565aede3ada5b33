package IO::Select;
# Waits for several handles (perldoc IO::Select).
use strict;
use warnings::register;
require Exporter;

our $VERSION = '1.55';
our @ISA     = ('Exporter');

# The object: bits for select, the count, then handles by descriptor.
sub VEC_BITS () { 0 }
sub FD_COUNT () { 1 }
sub FIRST_FD () { 2 }

sub new {
  my ($self, @handles) = @_;
  my $set = bless [undef, 0], ref $self || $self;
  $set->add(@handles) if @handles;
  return $set;
}

sub add    { return shift->_update('add', @_) }
sub remove { return shift->_update('remove', @_) }

sub exists {
  my ($set, $handle) = @_;
  my $fd = $set->_fileno($handle);
  return undef unless defined $fd;
  return $set->[$fd + FIRST_FD];
}

sub _fileno {
  my ($self, $handle) = @_;
  return undef unless defined $handle;
  $handle = $handle->[0] if ref $handle eq 'ARRAY';
  if ($handle =~ /^\d+$/) {
    return undef unless defined $handle;
    return $handle;
  }
  return fileno $handle;
}

sub _update {
  my ($set, $what, @handles) = @_;
  my $add = $what eq 'add';
  my $bits = defined $set->[VEC_BITS] ? $set->[VEC_BITS] : '';
  my $count = 0;
  for my $handle (@handles) {
    my $fd = $set->_fileno($handle);
    if (!defined $fd) {
      next if $add;
      ($fd) = grep { defined $set->[$_ + FIRST_FD] and $set->[$_ + FIRST_FD] == $handle } 0 .. $#$set - FIRST_FD;
      next unless defined $fd;
    }
    my $slot = $fd + FIRST_FD;
    if ($add) {
      if (defined $set->[$slot]) { $set->[$slot] = $handle; next }
      $set->[FD_COUNT]++;
      vec($bits, $fd, 1) = 1;
      $set->[$slot] = $handle;
    } else {
      next unless defined $set->[$slot];
      $set->[FD_COUNT]--;
      vec($bits, $fd, 1) = 0;
      $set->[$slot] = undef;
    }
    $count++;
  }
  $set->[VEC_BITS] = $set->[FD_COUNT] ? $bits : undef;
  return $count;
}

sub count   { return $_[0][FD_COUNT] }
sub bits    { return $_[0][VEC_BITS] }
sub handles { my ($set) = @_; return grep { defined } @$set[FIRST_FD .. $#$set] }
sub as_string { my ($set) = @_; return defined $set->[VEC_BITS] ? unpack 'b*', $set->[VEC_BITS] : '' }

sub _ready {
  my ($set, $bits) = @_;
  return map { $set->[$_ + FIRST_FD] } grep { vec($bits, $_, 1) && defined $set->[$_ + FIRST_FD] } 0 .. $#$set - FIRST_FD;
}

sub can_read {
  my ($set, $timeout) = @_;
  my $bits = $set->[VEC_BITS];
  return defined $bits && select($bits, undef, undef, $timeout) > 0 ? $set->_ready($bits) : ();
}

sub can_write {
  my ($set, $timeout) = @_;
  my $bits = $set->[VEC_BITS];
  return defined $bits && select(undef, $bits, undef, $timeout) > 0 ? $set->_ready($bits) : ();
}

sub has_exception {
  my ($set, $timeout) = @_;
  my $bits = $set->[VEC_BITS];
  return defined $bits && select(undef, undef, $bits, $timeout) > 0 ? $set->_ready($bits) : ();
}

sub select {
  shift if defined $_[0] and !ref $_[0];
  my ($read, $write, $exception, $timeout) = @_;
  my ($r, $w, $e) = map { defined $_ ? $_->[VEC_BITS] : undef } $read, $write, $exception;
  return unless CORE::select($r, $w, $e, $timeout) > 0;
  return (
    $read ? [$read->_ready($r)] : [], $write ? [$write->_ready($w)] : [], $exception ? [$exception->_ready($e)] : [],
  );
}

1;
