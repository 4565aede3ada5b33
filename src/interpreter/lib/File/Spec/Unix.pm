package File::Spec::Unix;
# File names on Unix (perldoc File::Spec::Unix).
use strict;

our $VERSION = '3.90';

sub curdir  { return '.' }
sub updir   { return '..' }
sub rootdir { return '/' }
sub devnull { return '/dev/null' }
sub case_tolerant { return 0 }
sub path    { return () unless exists $ENV{PATH}; return map { $_ eq '' ? '.' : $_ } split /:/, $ENV{PATH}, -1 }
sub no_upwards { my $self = shift; return grep { !/^\.{1,2}\z/s } @_ }
sub file_name_is_absolute { my ($self, $file) = @_; return scalar $file =~ m{^/}s }

sub canonpath {
  my ($self, $path) = @_;
  return unless defined $path;
  $path =~ s{/{2,}}{/}g;
  $path =~ s{(?:/\.)+(?:/|\z)}{/}g;
  $path =~ s{^(?:\./)+}{}s unless $path eq './';
  $path =~ s{^/(?:\.\./)*\.\.\z}{/};
  $path =~ s{^/(?:\.\./)+}{/};
  $path =~ s{/\z}{} unless $path eq '/';
  return $path;
}

sub catdir {
  my $self = shift;
  return $self->canonpath(join '/', @_, '');
}

sub catfile {
  my $self = shift;
  my $file = $self->canonpath(pop @_);
  return $file unless @_;
  my $dir = $self->catdir(@_);
  $dir .= '/' unless substr($dir, -1) eq '/';
  return $dir . $file;
}
sub join { my $self = shift; return $self->catfile(@_) }

my ($tmpdir, @tmpenv);

sub tmpdir {
  my ($self) = @_;
  my $wanted = $ENV{TMPDIR};
  for my $dir ($wanted, '/tmp') {
    return $self->canonpath($dir) if defined $dir and $dir ne '' and -d $dir and -w _;
  }
  return $self->curdir;
}

sub splitpath {
  my ($self, $path, $no_file) = @_;
  return ('', $path, '') if $no_file;
  $path =~ m{^((?:.*/(?:\.\.?\z)?)?)([^/]*)}s;
  return ('', $1, $2);
}

sub splitdir { return split m{/}, $_[1], -1 }

sub catpath {
  my ($self, $volume, $directory, $file) = @_;
  $directory .= '/' if $directory ne '' and $file ne '' and substr($directory, -1) ne '/' and substr($file, 0, 1) ne '/';
  return $directory . $file;
}

sub rel2abs {
  my ($self, $path, $base) = @_;
  return $self->canonpath($path) if $self->file_name_is_absolute($path);
  if (!defined $base or $base eq '')             { require Cwd; $base = Cwd::getcwd() }
  elsif (!$self->file_name_is_absolute($base))   { $base = $self->rel2abs($base) }
  else                                           { $base = $self->canonpath($base) }
  return $self->catdir($base, $path);
}

sub abs2rel {
  my ($self, $path, $base) = @_;
  require Cwd;
  $base = Cwd::getcwd() unless defined $base and length $base;
  ($path, $base) = map { $self->rel2abs($_) } map { $self->canonpath($_) } $path, $base;
  my @path = grep { $_ ne '' } $self->splitdir($path);
  my @base = grep { $_ ne '' } $self->splitdir($base);
  while (@path and @base and $path[0] eq $base[0]) { shift @path; shift @base }
  return $self->curdir unless @path or @base;
  return $self->canonpath(CORE::join '/', map({ '..' } @base), @path);
}

1;
