package File::Path;
# Makes and removes directory trees (perldoc File::Path).
use strict;
use Cwd ();
use File::Basename ();
require Exporter;

our $VERSION   = '2.18';
our @ISA       = ('Exporter');
our @EXPORT    = qw(mkpath rmtree);
our @EXPORT_OK = qw(make_path remove_tree);

sub make_path   { push @_, {} unless @_ and ref $_[-1] eq 'HASH'; goto &mkpath }
sub remove_tree { push @_, {} unless @_ and ref $_[-1] eq 'HASH'; goto &rmtree }

# An error goes into the list the caller gave, or becomes a warning (or for mkpath an exception).
sub complain {
  my ($options, $fatal, $message, $object) = @_;
  my $text = "$!" ne '' ? "$message: $!" : $message;
  if ($options->{error}) {
    push @{ ${ $options->{error} } }, { defined $object ? $object : '' => "$!" };
    return;
  }
  require Carp;
  my $shown = defined $object ? "$message for $object: $!" : $text;
  $fatal ? Carp::croak("$message $object: $!") : Carp::carp($shown);
}

sub mkpath {
  my $new_style = @_ && ref $_[-1] eq 'HASH';
  my ($paths, $options);
  if ($new_style) {
    $options = { %{ pop @_ } };
    $paths = [@_];
    $options->{mode} = $options->{mask} if exists $options->{mask};
    ${ $options->{error} } = [] if exists $options->{error};
  } else {
    my ($given, $verbose, $mode) = @_;
    $options = { verbose => $verbose, defined $mode ? (mode => $mode) : () };
    $paths = ref $given eq 'ARRAY' ? $given : [$given];
  }
  return make_each($options, @$paths);
}

sub make_each {
  my ($options, @paths) = @_;
  my $mode = defined $options->{mode} ? $options->{mode} : 0777;
  my @made;
  for my $path (@paths) {
    next unless defined $path and length $path;
    $path =~ s{/\z}{} unless $path eq '/';
    next if -d $path;
    my $parent = File::Basename::dirname($path);
    push @made, make_each($options, $parent) unless -d $parent or $path eq $parent;
    print "mkdir $path\n" if $options->{verbose};
    if (mkdir $path, $mode) {
      push @made, $path;
      chmod $options->{chmod}, $path if exists $options->{chmod};
      next;
    }
    my $error = $!;
    next if -d $path;
    $! = $error;
    complain($options, 1, 'mkdir', $path);
  }
  return @made;
}

sub rmtree {
  my $new_style = @_ && ref $_[-1] eq 'HASH';
  my ($paths, $options);
  if ($new_style) {
    $options = { %{ pop @_ } };
    $paths = [@_];
    ${ $options->{error} }  = [] if exists $options->{error};
    ${ $options->{result} } = [] if exists $options->{result};
  } else {
    my ($given, $verbose, $safe) = @_;
    $options = { verbose => $verbose, safe => $safe };
    $paths = ref $given eq 'ARRAY' ? $given : [$given];
  }
  my $count = 0;
  for my $path (@$paths) {
    next unless defined $path and length $path;
    $path =~ s{(?<=[^/])/+\z}{};
    $count += remove_one($options, $path, $options->{keep_root});
  }
  return $count;
}

sub remove_one {
  my ($options, $path, $keep) = @_;
  return 0 unless lstat $path;
  my $count = 0;
  if (-d _) {
    if (opendir my $dir, $path) {
      my @inside = grep { $_ ne '.' and $_ ne '..' } readdir $dir;
      closedir $dir;
      $count += remove_one($options, "$path/$_", 0) for @inside;
    } else {
      complain($options, 0, "Can't opendir", $path);
    }
    return $count if $keep;
    print "rmdir $path\n" if $options->{verbose};
    if (rmdir $path) { $count++; push @{ ${ $options->{result} } }, $path if $options->{result} }
    else             { complain($options, 0, 'cannot remove directory', $path) }
    return $count;
  }
  print "unlink $path\n" if $options->{verbose};
  if (unlink $path) { $count++; push @{ ${ $options->{result} } }, $path if $options->{result} }
  else              { complain($options, 0, 'cannot unlink file', $path) }
  return $count;
}

1;
