package File::Find;
# Walks directory trees (perldoc File::Find).
use strict;
use Cwd ();
require Exporter;

our $VERSION = '1.43';
our @ISA     = ('Exporter');
our @EXPORT  = qw(find finddepth);
our ($name, $dir, $prune, $fullname);

sub find      { my $wanted = shift; walk(options($wanted, 0), @_) }
sub finddepth { my $wanted = shift; walk(options($wanted, 1), @_) }

sub options {
  my ($wanted, $depth) = @_;
  return { wanted => $wanted, bydepth => $depth } if ref $wanted eq 'CODE';
  unless (ref $wanted eq 'HASH' and $wanted->{wanted}) {
    require Carp;
    Carp::croak(ref $wanted ? 'no &wanted subroutine given' : 'no &wanted subroutine given');
  }
  return { %$wanted, $depth ? (bydepth => 1) : () };
}

sub walk {
  my ($options, @tops) = @_;
  my $cwd = Cwd::getcwd();
  local ($name, $dir, $prune, $fullname);
  for my $top (@tops) {
    my $path = $top;
    $path =~ s{/\z}{} unless $path eq '/';
    my ($parent, $base) = -d $path ? ($path, '.') : $path =~ m{^(.*/)?([^/]+)\z} ? (defined $1 ? $1 : './', $2) : ('.', $path);
    next unless -e $path or -l $path;
    if (-d _) {
      if (!$options->{no_chdir}) { chdir $path or warn("Can't cd to $path: $!\n"), next }
      visit_directory($options, $path, $path, '.', {});
    } else {
      (my $folder = $parent) =~ s{(?<=.)/\z}{};
      if (!$options->{no_chdir}) { chdir $parent or next }
      call($options, $folder, $path, $base);
    }
    chdir $cwd unless $options->{no_chdir};
  }
}

sub call {
  my ($options, $folder, $path, $base) = @_;
  ($dir, $name) = ($folder, $path);
  $fullname = $path if $options->{follow} or $options->{follow_fast};
  local $_ = $options->{no_chdir} ? $path : $base;
  $options->{wanted}->();
}

# The current directory is the one visited, unless no_chdir.
sub visit_directory {
  my ($options, $folder, $path, $base, $seen) = @_;
  $prune = 0;
  call($options, $path, $path, $base) unless $options->{bydepth} or $base ne '.';
  return if $prune;
  opendir my $handle, $options->{no_chdir} ? $path : '.' or do { warn "Can't opendir($path): $!\n"; return };
  my @names = grep { $_ ne '.' and $_ ne '..' } readdir $handle;
  closedir $handle;
  if (my $pre = $options->{preprocess}) {
    $dir = $path;
    @names = grep { $_ ne '.' and $_ ne '..' } $pre->(@names);
  }
  my $prefix = $path eq '/' ? '/' : "$path/";
  for my $entry (@names) {
    my $inside = "$prefix$entry";
    my $file = $options->{no_chdir} ? $inside : $entry;
    my $is_dir = -d $file && ($options->{follow} || $options->{follow_fast} || !-l $file);
    if (!$is_dir) { call($options, $path, $inside, $entry); next }
    $prune = 0;
    call($options, $path, $inside, $entry) unless $options->{bydepth};
    if (!$prune) {
      if ($options->{no_chdir}) { visit_directory($options, $path, $inside, $entry, $seen) }
      elsif (chdir $entry) {
        visit_directory($options, $path, $inside, $entry, $seen);
        chdir '..';
      } else { warn "Can't cd to $inside: $!\n" }
    }
    call($options, $path, $inside, $entry) if $options->{bydepth};
    $prune = 0;
  }
  call($options, $path, $path, $base) if $options->{bydepth} and $base eq '.';
  if (my $post = $options->{postprocess}) { $dir = $path; $post->() }
}

1;
