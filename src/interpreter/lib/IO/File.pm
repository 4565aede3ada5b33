package IO::File;
# Files as objects (perldoc IO::File).
use strict;
use Carp;
use Symbol;
use Fcntl;
use IO::Handle;
use IO::Seekable;
require Exporter;

our $VERSION = '1.55';
our @ISA     = qw(IO::Handle IO::Seekable Exporter);
our @EXPORT  = (@IO::Seekable::EXPORT, @Fcntl::EXPORT);

sub new {
  my $type  = shift;
  my $class = ref $type || $type || 'IO::File';
  croak "usage: $class->new([FILE [,MODE [,PERMS]]])" unless @_ >= 0 && @_ <= 3;
  my $self = bless gensym, $class;
  return $self unless @_;
  return $self->open(@_) ? $self : undef;
}

sub open {
  croak 'usage: $fh->open(FILENAME [,MODE [,PERMS]])' unless @_ >= 2 && @_ <= 4;
  my ($self, $file) = @_;
  return CORE::open $self, $file if @_ == 2;
  my ($mode, $permissions) = @_[2, 3];
  if ($mode =~ /^\d+$/) {
    return sysopen $self, $file, $mode, defined $permissions ? $permissions : 0666;
  }
  return CORE::open $self, $mode, $file if $mode =~ /:/;
  return CORE::open $self, IO::Handle::open_mode_string($mode), $file;
}

sub new_tmpfile {
  my ($type) = @_;
  my $class = ref $type || $type || 'IO::File';
  CORE::open my $handle, '+>', undef or return undef;
  return bless $handle, $class;
}

sub binmode {
  my ($self, $layer) = @_;
  return defined $layer ? binmode $self, $layer : binmode $self;
}

1;
