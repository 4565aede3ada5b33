package File::Basename;
# The parts of a file name (perldoc File::Basename).
use strict;
require Exporter;

our $VERSION = '2.86';
our @ISA     = ('Exporter');
our @EXPORT  = qw(fileparse fileparse_set_fstype basename dirname);

my $type = 'Unix';

sub fileparse_set_fstype {
  my $old = $type;
  $type = $_[0] if @_;
  return wantarray ? ($old) : $old;
}

sub fileparse {
  my ($name, @suffixes) = @_;
  unless (defined $name) {
    require Carp;
    Carp::croak('fileparse(): need a valid pathname');
  }
  my ($dir, $base) = $name =~ m{^(.*/)?(.*)}s;
  $dir = './' unless defined $dir;
  my $tail = '';
  for my $suffix (@suffixes) {
    $tail = $1 . $tail if $base =~ s/($suffix)$//s;
  }
  return wantarray ? ($base, $dir, $tail) : $base;
}

sub strip_trailing { $_[0] =~ s{(.)/*\z}{$1}s }

sub basename {
  my ($path, @suffixes) = @_;
  strip_trailing($path);
  my ($base, $dir, $suffix) = fileparse($path, map { "\Q$_\E" } @suffixes);
  $base = $suffix if length $suffix and !length $base;
  $base = $dir unless length $base;
  return $base;
}

sub dirname {
  my ($path) = @_;
  my ($base, $dir) = fileparse($path);
  strip_trailing($dir);
  unless (length $base) {
    ($base, $dir) = fileparse($dir);
    strip_trailing($dir);
  }
  return $dir;
}

1;
