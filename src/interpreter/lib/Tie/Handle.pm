package Tie::Handle;
# Base class for tied handles (perldoc Tie::Handle): print and its like by WRITE, lines and characters by READ.
use strict;
use Carp;
use warnings::register;

our $VERSION = '4.3';

sub new { my $class = shift; return $class->TIEHANDLE(@_) }

sub TIEHANDLE {
  my $class = shift;
  my $new = $class->can('new');
  if ($new and $new != \&new) {
    warnings::warnif("WARNING: calling ${class}->new since ${class}->TIEHANDLE is missing");
    return $class->new(@_);
  }
  croak "$class doesn't define a TIEHANDLE method";
}

sub PRINT {
  my $self = shift;
  if ($self->can('WRITE') != \&WRITE) {
    my $text = join defined $, ? $, : '', @_;
    $text .= $\ if defined $\;
    return $self->WRITE($text, length $text, 0);
  }
  croak ref($self) . " doesn't define a PRINT method";
}

sub PRINTF {
  my $self = shift;
  if ($self->can('WRITE') != \&WRITE) {
    my $text = sprintf shift, @_;
    return $self->WRITE($text, length $text, 0);
  }
  croak ref($self) . " doesn't define a PRINTF method";
}

sub GETC {
  my ($self) = @_;
  if ($self->can('READ') != \&READ) {
    my $character;
    $self->READ($character, 1);
    return $character;
  }
  croak ref($self) . " doesn't define a GETC method";
}

sub READLINE { croak ref($_[0]) . " doesn't define a READLINE method" }
sub READ     { croak ref($_[0]) . " doesn't define a READ method" }
sub WRITE    { croak ref($_[0]) . " doesn't define a WRITE method" }
sub CLOSE    { croak ref($_[0]) . " doesn't define a CLOSE method" }

package Tie::StdHandle;
our @ISA = ('Tie::Handle');

sub TIEHANDLE {
  my $class = shift;
  my $handle = \do { no strict 'refs'; local *HANDLE };
  undef *$handle;
  bless $handle, $class;
  $handle->OPEN(@_) if @_;
  return $handle;
}

sub EOF      { return eof $_[0] }
sub TELL     { return tell $_[0] }
sub FILENO   { return fileno $_[0] }
sub SEEK     { return seek $_[0], $_[1], $_[2] }
sub CLOSE    { return close $_[0] }
sub BINMODE  { return @_ > 1 ? binmode $_[0], $_[1] : binmode $_[0] }
sub READ     { return read $_[0], $_[1], $_[2], @_ > 3 ? $_[3] : 0 }
sub READLINE { my $handle = $_[0]; return <$handle> }
sub GETC     { return getc $_[0] }

sub OPEN {
  $_[0]->CLOSE if defined $_[0]->FILENO;
  return @_ == 2 ? open $_[0], $_[1] : open $_[0], $_[1], $_[2];
}

sub WRITE {
  my $handle = $_[0];
  local $\;
  print $handle substr $_[1], defined $_[3] ? $_[3] : 0, $_[2];
}

1;
