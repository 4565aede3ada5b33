package Getopt::Std;
# Single-letter options (perldoc Getopt::Std).
use strict;
require Exporter;

our $VERSION = '1.14';
our @ISA     = ('Exporter');
our @EXPORT  = qw(getopt getopts);
our ($OUTPUT_HELP_VERSION, $STANDARD_HELP_VERSION);

# Sets $opt_x in the caller's package, or an element of the hash given.
sub assign {
  my ($hash, $names, $letter, $value) = @_;
  if ($hash) { $hash->{$letter} = $value; return }
  no strict 'refs';
  ${"main::opt_$letter"} = $value;
  push @$names, "\$opt_$letter";
}

sub export {
  my ($names) = @_;
  local $Exporter::ExportLevel = 2;
  our @EXPORT_NAMES = @$names;
  my $target = caller 1;
  no strict 'refs';
  for (@$names) { my $name = substr $_, 1; *{"${target}::$name"} = \${"main::$name"} }
}

sub getopt (;$$) {
  my ($with_value, $hash) = @_;
  $with_value = '' unless defined $with_value;
  my @names;
  while (@ARGV and $ARGV[0] =~ /^-(.)(.*)/s) {
    my ($letter, $rest) = ($1, $2);
    last if $ARGV[0] eq '--' and shift @ARGV;
    if (index($with_value, $letter) >= 0) {
      shift @ARGV;
      $rest = shift @ARGV if $rest eq '';
      assign($hash, \@names, $letter, $rest);
    } else {
      assign($hash, \@names, $letter, 1);
      $rest ne '' ? ($ARGV[0] = "-$rest") : shift @ARGV;
    }
  }
  export(\@names) unless $hash;
}

sub getopts ($;$) {
  my ($letters, $hash) = @_;
  my @names;
  my $errors = 0;
  while (@ARGV and $ARGV[0] =~ /^-(.)(.*)/s) {
    my ($letter, $rest) = ($1, $2);
    if ($ARGV[0] eq '--') { shift @ARGV; last }
    my $at = index $letters, $letter;
    if ($at >= 0 and $letter ne ':') {
      if (substr($letters, $at + 1, 1) eq ':') {
        shift @ARGV;
        if ($rest eq '') {
          ++$errors unless @ARGV;
          $rest = shift @ARGV;
        }
        assign($hash, \@names, $letter, $rest);
      } else {
        assign($hash, \@names, $letter, 1);
        $rest eq '' ? shift @ARGV : ($ARGV[0] = "-$rest");
      }
      next;
    }
    if ($letter eq '-' and $rest eq 'help' || $rest eq 'version') { special($rest); next }
    warn "Unknown option: $letter\n";
    ++$errors;
    $rest ne '' ? ($ARGV[0] = "-$rest") : shift @ARGV;
  }
  export(\@names) unless $hash;
  return $errors == 0;
}

# --help and --version go to functions of package main.
sub special {
  my ($what) = @_;
  shift @ARGV;
  my $output = $STANDARD_HELP_VERSION ? \*STDOUT : \*STDERR;
  my $name = $what eq 'help' ? 'HELP_MESSAGE' : 'VERSION_MESSAGE';
  no strict 'refs';
  if (defined &{"main::$name"}) { &{"main::$name"}($output, 'Getopt::Std', $VERSION, '') }
  else { print $output "$0 version ", defined $main::VERSION ? $main::VERSION : '[unknown]', " calling Getopt::Std::getopts (version $VERSION)\n" }
  exit 0 if $STANDARD_HELP_VERSION;
}

1;
