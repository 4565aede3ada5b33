package Symbol;
# Anonymous globs and qualified names (perldoc Symbol).
use strict;
require Exporter;

our $VERSION   = '1.09';
our @ISA       = ('Exporter');
our @EXPORT    = qw(gensym ungensym qualify qualify_to_ref);
our @EXPORT_OK = qw(delete_package geniosym);

my $package = 'Symbol::';
my $serial  = 0;
my %global  = map { $_ => 1 } qw(ARGV ARGVOUT ENV INC SIG STDERR STDIN STDOUT);

sub gensym () {
  my $name = 'GEN' . $serial++;
  no strict 'refs';
  my $ref = \*{"$package$name"};
  delete $Symbol::{$name};
  return $ref;
}

sub geniosym () {
  my $symbol = gensym;
  select select $symbol;
  return *$symbol{IO};
}

sub ungensym ($) { }

sub qualify ($;$) {
  my ($name, $default) = @_;
  return $name if ref \$name eq 'GLOB' or ref $name;
  return $name if index($name, '::') != -1 or index($name, "'") != -1;
  return "main$name" if $name =~ /^::/;
  return "main::$name" if $name =~ /^(([^a-z])|(\^[a-z_]+))\z/i or $global{$name};
  return (defined $default ? $default : scalar caller) . "::$name";
}

sub qualify_to_ref ($;$) {
  no strict 'refs';
  return \*{ qualify($_[0], @_ > 1 ? $_[1] : scalar caller) };
}

sub delete_package ($) {
  my ($name) = @_;
  no strict 'refs';
  $name = "main$name" if $name =~ /^::/;
  undef *{"${name}::$_"} for keys %{"${name}::"};
  %{"${name}::"} = ();
}

1;
