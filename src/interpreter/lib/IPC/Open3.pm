package IPC::Open3;
# Runs a command with pipes to its standard handles (perldoc IPC::Open3).
use strict;
use Carp;
use Symbol qw(gensym qualify);
require Exporter;

our $VERSION = '1.22';
our @ISA     = ('Exporter');
our @EXPORT  = ('open3');
our $Me      = 'open3 (bug)';

sub open3 {
  if (@_ < 4) {
    croak 'open3(' . join(', ', @_) . '): not enough arguments';
  }
  return _open3('open3', @_);
}

# One end for us, one for the child; `<&FH` and `>&FH` give the child a handle of ours.
sub channel {
  my ($given, $mode, $package) = @_;
  my $theirs = gensym;
  if (defined $given and !ref $given and $given =~ s/^[<>]&//) {
    my $fd = $given =~ /^=?(\d+)$/ ? $1 : fileno qualify($given, $package);
    open $theirs, ($mode eq '<' ? '<&' : '>&') . $fd or croak "$Me: open: $!";
    no strict 'refs';
    return ($theirs, undef, $given =~ /^=?\d+$/ ? undef : \*{ qualify($given, $package) });
  }
  no strict 'refs';
  my $ours = ref $given ? $given : \*{ qualify($given, $package) };
  if ($mode eq '<') { pipe $theirs, $ours or croak "$Me: pipe failed: $!" }
  else              { pipe $ours, $theirs or croak "$Me: pipe failed: $!" }
  return ($theirs, $ours, undef);
}

sub _open3 {
  local $Me = shift;
  my $package = caller 1;
  $_[0] = gensym unless defined $_[0] and length $_[0];
  $_[1] = gensym unless defined $_[1] and length $_[1];
  my $separate = defined $_[2] && length $_[2];
  my @command = @_[3 .. $#_];
  croak "Arg list required when using $Me" unless @command;
  my ($in, $our_in, $close_in) = channel($_[0], '<', $package);
  my ($out, $our_out) = channel($_[1], '>', $package);
  my ($err, $our_err) = $separate && !same($_[1], $_[2]) ? channel($_[2], '>', $package) : ($out, undef);
  pipe my $report, my $fail or croak "$Me: pipe failed: $!";
  my $pid = fork;
  croak "$Me: fork failed: $!" unless defined $pid;
  if (!$pid) {
    close $report;
    run_child($in, $out, $err, $fail, [$our_in, $our_out, $our_err], @command);
  }
  close $fail;
  close $_ for $in, $out;
  close $err if $err != $out;
  close $close_in if $close_in;
  my $message = do { local $/; <$report> };
  close $report;
  if (defined $message and $message ne '') {
    waitpid $pid, 0;
    ($!, my $text) = split /:/, $message, 2;
    croak "$Me: $text";
  }
  for my $handle (grep { defined } $our_in) {
    my $old = select $handle;
    $| = 1;
    select $old;
  }
  return $pid;
}

sub same { my ($one, $two) = @_; return ref $one && ref $two ? $one == $two : !ref $one && !ref $two && $one eq $two }

sub run_child {
  my ($in, $out, $err, $fail, $others, @command) = @_;
  untie *STDIN;
  untie *STDOUT;
  untie *STDERR;
  close $_ for grep { defined } @$others;
  open STDIN, '<&' . fileno $in;
  open STDERR, '>&' . fileno $err;
  open STDOUT, '>&' . fileno $out;
  if (@command == 1 and $command[0] eq '-') { close $fail; return 0 }
  no warnings 'exec';
  exec @command or do {
    my $text = "exec of @command failed: $!";
    syswrite $fail, ($! + 0) . ":$text";
    require POSIX;
    POSIX::_exit(255);
  };
}

1;
