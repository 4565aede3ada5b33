package File::Copy;
# Copies and moves files (perldoc File::Copy).
use strict;
use warnings;
use File::Spec;
require Exporter;

our $VERSION   = '2.41';
our @ISA       = ('Exporter');
our @EXPORT    = qw(copy move);
our @EXPORT_OK = qw(cp mv);
our $Too_Big   = 1024 * 1024 * 2;

sub is_handle {
  my ($thing) = @_;
  return ref $thing ? ref $thing eq 'GLOB' || UNIVERSAL::isa($thing, 'GLOB') || UNIVERSAL::isa($thing, 'IO::Handle')
    : ref \$thing eq 'GLOB';
}

sub into_directory {
  my ($from, $to) = @_;
  return $to if is_handle($to) or is_handle($from) or !-d $to;
  require File::Basename;
  return File::Spec->catfile($to, File::Basename::basename($from));
}

sub copy {
  my ($from, $to, $size) = @_;
  if (@_ < 2 or @_ > 3) {
    require Carp;
    Carp::croak('Usage: copy(FROM, TO [, BUFFERSIZE]) ');
  }
  $to = into_directory($from, $to);
  if (!is_handle($from) and !is_handle($to)) {
    require Carp;
    if ("$from" eq "$to" or same_file($from, $to)) {
      Carp::carp("'$from' and '$to' are identical (not copied)");
      return 0;
    }
  }
  my ($in, $out) = ($from, $to);
  if (!is_handle($from)) { undef $in; open $in, '<', $from or return 0; binmode $in }
  if (!is_handle($to)) { undef $out; open $out, '>', $to or return 0; binmode $out }
  my $buffer;
  $size ||= 65536;
  while (1) {
    my $got = sysread $in, $buffer, $size;
    return 0 unless defined $got;
    last unless $got;
    for (my $done = 0; $done < $got;) {
      my $wrote = syswrite $out, $buffer, $got - $done, $done;
      return 0 unless defined $wrote;
      $done += $wrote;
    }
  }
  if (!is_handle($to))   { close $out or return 0 }
  if (!is_handle($from)) { close $in or return 0 }
  return 1;
}

sub same_file {
  my @from = stat $_[0];
  my @to   = stat $_[1];
  return @from && @to && $from[0] == $to[0] && $from[1] == $to[1] && !-p $_[0];
}

# copy that keeps the permissions
sub cp {
  my ($from, $to, @more) = @_;
  my $target = into_directory($from, $to);
  copy($from, $to, @more) or return 0;
  my @stat = stat $from;
  chmod $stat[2] & 07777 & ~umask, $target if @stat and !is_handle($target);
  return 1;
}

sub move {
  my ($from, $to) = @_;
  if (@_ != 2) {
    require Carp;
    Carp::croak('Usage: move(FROM, TO) ');
  }
  $to = into_directory($from, $to);
  return 1 if rename $from, $to;
  my @stat = stat $from or return 0;
  copy($from, $to) or return 0;
  utime $stat[8], $stat[9], $to;
  chmod $stat[2] & 07777, $to;
  return unlink $from;
}
{ no warnings 'once'; *mv = \&move; *syscopy = \&copy; }

1;
