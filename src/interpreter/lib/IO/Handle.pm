package IO::Handle;
# Methods of handles (perldoc IO::Handle).
use strict;
use Carp;
use Symbol;
use SelectSaver;
require Exporter;

our $VERSION   = '1.55';
our @ISA       = ('Exporter');
our @EXPORT_OK = qw(
  autoflush output_field_separator output_record_separator input_record_separator input_line_number format_page_number
  format_lines_per_page format_lines_left format_name format_top_name format_line_break_characters format_formfeed
  print printf say getline getlines fileno eof getc read sysread syswrite close open truncate write stat opened untaint
  ungetc error clearerr sync flush printflush blocking SEEK_SET SEEK_CUR SEEK_END _IOFBF _IOLBF _IONBF
);

sub new {
  my $class = ref $_[0] || $_[0] || 'IO::Handle';
  croak "usage: $class->new()" if @_ != 1;
  return bless gensym, $class;
}

sub new_from_fd {
  my ($class, $fd, $mode) = @_;
  $class = ref $class || $class || 'IO::Handle';
  croak "usage: $class->new_from_fd(FD, MODE)" if @_ != 3;
  my $self = bless gensym, $class;
  return IO::Handle::fdopen($self, $fd, $mode) ? $self : undef;
}

sub open_mode_string {
  my ($mode) = @_;
  $mode =~ /^\+?(<|>>?)$/
    or $mode =~ s/^r(\+?)$/$1</
    or $mode =~ s/^w(\+?)$/$1>/
    or $mode =~ s/^a(\+?)$/$1>>/
    or croak "IO::Handle: bad open mode: $mode";
  return $mode;
}

sub fdopen {
  croak 'usage: $io->fdopen(FD, MODE)' if @_ != 3;
  my ($self, $fd, $mode) = @_;
  if (ref $fd and "$fd" =~ /GLOB\(/) {
    my $name = qualify(*GLOB);
    *GLOB = *{*$fd};
    $fd = $name;
  } elsif (UNIVERSAL::isa($fd, 'GLOB')) {
    $fd = '' . IO::Handle::fileno($fd);
  } elsif ($fd =~ m{^[0-9]+$}) {
    $fd = "=$fd";
  }
  $fd =~ s/^\*// if !ref $fd;
  my $number = $fd =~ /^=/ ? $fd : '=' . CORE::fileno(qualify_to_ref($fd));
  return CORE::open($self, open_mode_string($mode) . "&$number") ? $self : undef;
}

sub close    { croak 'usage: $io->close()' if @_ != 1; return close $_[0] }
sub opened   { croak 'usage: $io->opened()' if @_ != 1; return defined CORE::fileno($_[0]) && 1 }
sub fileno   { croak 'usage: $io->fileno()' if @_ != 1; return fileno $_[0] }
sub getc     { croak 'usage: $io->getc()' if @_ != 1; return getc $_[0] }
sub eof      { croak 'usage: $io->eof()' if @_ != 1; return eof $_[0] }
sub print    { my $self = shift; return print $self @_ }
sub printf   { my $self = shift; return printf $self @_ }
sub say      { my $self = shift; local $\ = "\n"; return print $self @_ }
sub truncate { croak 'usage: $io->truncate(LEN)' if @_ != 2; return truncate $_[0], $_[1] }
sub read     { return read $_[0], $_[1], $_[2], $_[3] || 0 }
sub sysread  { return sysread $_[0], $_[1], $_[2], $_[3] || 0 }
sub stat     { croak 'usage: $io->stat()' if @_ != 1; return stat $_[0] }
sub binmode  { return @_ == 2 ? binmode $_[0], $_[1] : binmode $_[0] }

sub write {
  my ($self, $text, $length, $offset) = @_;
  $length = length $text unless defined $length;
  local $\;
  return print $self substr $text, $offset || 0, $length;
}

sub syswrite {
  return syswrite $_[0], $_[1] if !defined $_[2];
  return syswrite $_[0], $_[1], $_[2], $_[3] || 0;
}

sub getline {
  croak 'usage: $io->getline()' if @_ != 1;
  my $self = $_[0];
  return scalar <$self>;
}

sub getlines {
  croak 'usage: $io->getlines()' if @_ != 1;
  croak 'Can\'t call $io->getlines in a scalar context, use $io->getline' unless wantarray;
  my $self = $_[0];
  return <$self>;
}
{ no warnings 'once'; *gets = \&getline; }

sub ungetc {
  my ($self, $ord) = @_;
  croak 'IO::Handle::ungetc is not supported';
}

sub autoflush {
  my $old = select $_[0];
  my $previous = $|;
  $| = @_ > 1 ? $_[1] : 1;
  select $old;
  return $previous;
}

# The buffer goes out; what print would keep back is written.
sub flush {
  my ($self) = @_;
  return undef unless defined CORE::fileno($self) or tied *$self;
  my $old = select $self;
  my $previous = $|;
  $| = 1;
  local ($\, $,);
  print $self '';
  $| = $previous;
  select $old;
  return '0 but true';
}

sub printflush {
  my $self = shift;
  my $old = SelectSaver->new($self);
  local $| = 1;
  return print $self @_;
}

sub sync     { my ($self) = @_; $self->flush; return '0 but true' }
sub error    { return 0 }
sub clearerr { return defined CORE::fileno($_[0]) ? 0 : -1 }
sub untaint  { return 0 }
sub setbuf   { croak 'IO::Handle::setbuf not implemented on this architecture' }
sub setvbuf  { croak 'IO::Handle::setvbuf not implemented on this architecture' }

sub blocking {
  my ($self, $on) = @_;
  require Fcntl;
  my $flags = fcntl $self, Fcntl::F_GETFL(), 0;
  return undef unless defined $flags;
  my $was = $flags & Fcntl::O_NONBLOCK() ? 0 : 1;
  if (@_ > 1) {
    my $new = $on ? $flags & ~Fcntl::O_NONBLOCK() : $flags | Fcntl::O_NONBLOCK();
    fcntl $self, Fcntl::F_SETFL(), $new + 0 or return undef;
  }
  return $was;
}

sub fcntl { croak 'usage: $io->fcntl( OP, VALUE );' if @_ != 3; return fcntl $_[0], $_[1], $_[2] }
sub ioctl { croak 'usage: $io->ioctl( OP, VALUE );' if @_ != 3; return ioctl $_[0], $_[1], $_[2] }

sub constant {
  my ($name) = @_;
  return 0 if $name eq '_IOFBF' or $name eq 'SEEK_SET';
  return 1 if $name eq '_IOLBF' or $name eq 'SEEK_CUR';
  return 2;
}
for my $name (qw(_IOFBF _IOLBF _IONBF SEEK_SET SEEK_CUR SEEK_END)) {
  my $value = constant($name);
  no strict 'refs';
  *$name = sub () { $value };
}

# The variables that belong to the selected handle, or to the last one read.
sub input_line_number {
  tell $_[0];
  return $.;
}
sub output_field_separator  { return variable(\$,, @_) }
sub output_record_separator { return variable(\$\, @_) }
sub input_record_separator  { return variable(\$/, @_) }

sub variable {
  my ($variable, $self, @value) = @_;
  my $previous = $$variable;
  $$variable = $value[0] if @value;
  return $previous;
}

sub format_line_break_characters { return variable(\$:, @_) }
sub format_formfeed              { return variable(\$^L, @_) }

# Variables of one handle, reached by selecting it.
sub handle_variable {
  my ($variable, $self, @value) = @_;
  my $saver = ref $self ? SelectSaver->new(qualify($self, caller 1)) : undef;
  return variable($variable, $self, @value);
}
sub format_page_number    { return handle_variable(\$%, @_) }
sub format_lines_per_page { return handle_variable(\$=, @_) }
sub format_lines_left     { return handle_variable(\$-, @_) }
sub format_name           { return handle_variable(\$~, $_[0], map { qualify($_, caller) } @_[1 .. $#_]) }
sub format_top_name       { return handle_variable(\$^, $_[0], map { qualify($_, caller) } @_[1 .. $#_]) }

sub format_write {
  croak 'usage: $io->write( [FORMAT_NAME] )' if @_ > 2;
  my ($self, $format) = @_;
  return CORE::write($self) if @_ == 1;
  my $previous = $self->format_name(qualify($format, caller));
  CORE::write($self);
  return $self->format_name($previous);
}

sub formline {
  my ($self, $picture, @values) = @_;
  local $^A = $^A;
  local $\ = '';
  formline $picture, @values;
  return print $self $^A;
}

sub DESTROY { }

1;
