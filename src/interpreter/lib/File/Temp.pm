package File::Temp;
# Temporary files and directories, removed at the end (perldoc File::Temp).
use strict;
use Carp;
use Fcntl qw(O_CREAT O_EXCL O_RDWR O_NOFOLLOW SEEK_SET SEEK_CUR SEEK_END);
use File::Spec;
use File::Path ();
use Scalar::Util 'refaddr';
require IO::Handle;
require IO::Seekable;
require Exporter;
use overload '""' => 'filename', '0+' => sub { refaddr $_[0] }, 'bool' => sub { 1 }, fallback => 1;

our $VERSION   = '0.2311';
our @ISA       = ('Exporter', 'IO::Handle', 'IO::Seekable');
our @EXPORT    = qw(tempfile tempdir tmpnam tmpfile unlink0 cleanup SEEK_SET SEEK_CUR SEEK_END);
our @EXPORT_OK = qw(mktemp mkstemp mkstemps mkdtemp unlink1);
our %EXPORT_TAGS = (POSIX => [qw(tmpnam tmpfile)], mktemp => [qw(mktemp mkstemp mkstemps mkdtemp)],
  seekable => [qw(SEEK_SET SEEK_CUR SEEK_END)]);
our $KEEP_ALL = 0;
our $DEBUG    = 0;

my @CHARACTERS = ('A' .. 'Z', 'a' .. 'z', 0 .. 9, '_');
my (%files, %directories);     # per process: { pid => { name => handle or 1 } }
my (%name_of, %unlink_of, %dir_of);

sub safe_level { return 0 }
sub top_system_uid { return 10 }

sub fill_template {
  my ($template) = @_;
  $template =~ s/X(?=X*\z)/$CHARACTERS[int rand @CHARACTERS]/ge;
  return $template;
}

sub check_template {
  my ($template) = @_;
  croak "Error in tempfile() using template $template: The template must end with at least 4 'X' characters\n"
    unless $template =~ /X{4}\z/;
}

# Opens a new file for a template; (handle, name), or dies.
sub open_new {
  my ($template, $suffix, $function, $mode) = @_;
  croak "Error in $function() using template $template: The template must end with at least 4 'X' characters\n"
    unless $template =~ /X{4}\z/;
  my ($volume, $dir) = File::Spec->splitpath($template);
  $dir = File::Spec->curdir if $dir eq '';
  croak "Error in $function() using template $template: Parent directory ($dir) does not exist\n" unless -e $dir;
  croak "Error in $function() using template $template: Parent directory ($dir) is not a directory\n" unless -d $dir;
  croak "Error in $function() using template $template: Parent directory ($dir) is not writable\n" unless -w $dir;
  for (1 .. 256) {
    my $name = fill_template($template) . $suffix;
    my $handle;
    return ($handle, $name) if sysopen $handle, $name, O_CREAT | O_EXCL | O_RDWR | O_NOFOLLOW, defined $mode ? $mode : 0600;
    croak "Error in $function() using template $template: Could not create temp file $name: $!" unless $!{EEXIST};
  }
  croak "Error in $function() using template $template: Have exceeded the maximum number of attempts (256) to open temp file/dir";
}

sub options_of {
  my ($given, @list) = @_;
  my $template = @list % 2 ? shift @list : undef;
  my %options = (%$given, map { ref ? $_ : $_ } @list);
  $options{ uc $_ } = $options{$_} for grep { $_ ne uc } keys %options;
  $template = delete $options{TEMPLATE} if exists $options{TEMPLATE} and !defined $template;
  return ($template, \%options);
}

sub full_template {
  my ($template, $options, $default) = @_;
  return File::Spec->catfile(defined $options->{DIR} ? $options->{DIR} : File::Spec->tmpdir, $default) unless defined $template;
  return File::Spec->catfile($options->{DIR}, $template) if defined $options->{DIR};
  return File::Spec->catfile(File::Spec->tmpdir, $template) if $options->{TMPDIR};
  return $template;
}

sub tempfile {
  shift if @_ and defined $_[0] and $_[0] eq 'File::Temp';
  my ($template, $options) = options_of({ SUFFIX => '', UNLINK => 0, OPEN => 1 }, @_);
  my $full = full_template($template, $options, 'XXXXXXXXXX');
  if (!$options->{OPEN}) {
    my $name = fill_template($full) . $options->{SUFFIX};
    return wantarray ? (undef, $name) : $name;
  }
  my ($handle, $name) = open_new($full, $options->{SUFFIX}, 'tempfile', $options->{PERMS});
  $files{$$}{$name} = $handle if $options->{UNLINK} or !wantarray;
  return wantarray ? ($handle, $name) : $handle;
}

sub tempdir {
  shift if @_ and defined $_[0] and $_[0] eq 'File::Temp';
  my ($template, $options) = options_of({ CLEANUP => 0 }, @_);
  my $full = full_template($template, $options, 'XXXXXXXXXX');
  my $name = make_directory($full, 'tempdir');
  $directories{$$}{$name} = 1 if $options->{CLEANUP} and -d $name;
  return $name;
}

sub make_directory {
  my ($template, $function) = @_;
  croak "Error in $function() using $template: The template must end with at least 4 'X' characters\n" unless $template =~ /X{4}\z/;
  for (1 .. 256) {
    my $name = fill_template($template);
    return $name if mkdir $name, 0700;
    croak "Error in $function() using $template: Could not create directory $name: $!" unless $!{EEXIST};
  }
  croak "Error in $function() using $template: too many attempts";
}

sub mkstemp  { my ($template) = @_; my ($handle, $name) = open_new($template, '', 'mkstemp'); return wantarray ? ($handle, $name) : $handle }
sub mkstemps { my ($template, $suffix) = @_; my ($handle, $name) = open_new($template, $suffix, 'mkstemps'); return wantarray ? ($handle, $name) : $handle }
sub mkdtemp  { return make_directory($_[0], 'mkdtemp') }
sub mktemp   { return fill_template($_[0]) }
sub tmpnam   { my ($handle, $name) = open_new(File::Spec->catfile(File::Spec->tmpdir, 'XXXXXXXXXX'), '', 'tmpnam'); return wantarray ? ($handle, $name) : do { close $handle; unlink $name; $name } }
sub tmpfile  { my ($handle, $name) = open_new(File::Spec->catfile(File::Spec->tmpdir, 'XXXXXXXXXX'), '', 'tmpfile'); unlink $name; return $handle }
sub unlink0  { my ($handle, $name) = @_; return $KEEP_ALL ? 1 : unlink($name) ? 1 : 0 }
sub unlink1  { my ($handle, $name) = @_; close $handle; return unlink0($handle, $name) }

# --- objects ---

sub new {
  my $class = shift;
  $class = ref $class || $class;
  my ($template, $options) = options_of({ UNLINK => 1, SUFFIX => '' }, @_);
  my ($handle, $name) = open_new(full_template($template, $options, 'XXXXXXXXXX'), $options->{SUFFIX}, 'tempfile', $options->{PERMS});
  bless $handle, $class;
  ${*$handle} = $name;
  %{*$handle} = (UNLINK => $options->{UNLINK}, PID => $$);
  return $handle;
}

sub newdir {
  my ($class, @list) = @_;
  my ($template, $options) = options_of({ CLEANUP => 1 }, @list);
  my $name = tempdir(defined $template ? $template : (), %$options, CLEANUP => 0);
  return bless { DIRNAME => $name, CLEANUP => $options->{CLEANUP}, LAUNCHPID => $$ }, 'File::Temp::Dir';
}

sub filename { return ${*{ $_[0] }} }
sub unlink_on_destroy { my ($self, $on) = @_; ${*$self}{UNLINK} = $on if @_ > 1; return ${*$self}{UNLINK} }

sub DESTROY {
  my ($self) = @_;
  local ($., $@, $!, $^E, $?);
  return unless ${*$self}{UNLINK} and !$KEEP_ALL and ${*$self}{PID} == $$;
  unlink ${*$self};
}

sub cleanup {
  return if $KEEP_ALL;
  local ($., $@, $!, $^E, $?);
  for my $name (keys %{ $files{$$} || {} }) { close $files{$$}{$name}; unlink $name if -f $name }
  File::Path::rmtree($_, 0, 0) for grep { -d } keys %{ $directories{$$} || {} };
  delete $files{$$};
  delete $directories{$$};
}

END { local ($., $@, $!, $^E, $?); cleanup() }

package File::Temp::Dir;
use overload '""' => 'STRINGIFY', 'bool' => sub { 1 }, fallback => 1;

sub dirname   { return $_[0]{DIRNAME} }
sub STRINGIFY { return $_[0]{DIRNAME} }
sub unlink_on_destroy { my ($self, $on) = @_; $self->{CLEANUP} = $on if @_ > 1; return $self->{CLEANUP} }

sub DESTROY {
  my ($self) = @_;
  local ($., $@, $!, $^E, $?);
  return unless $self->{CLEANUP} and $self->{LAUNCHPID} == $$ and -d $self->{DIRNAME} and !$File::Temp::KEEP_ALL;
  File::Path::rmtree($self->{DIRNAME}, 0, 0);
}

1;
