package Getopt::Long;
# Long options (perldoc Getopt::Long).
use strict;
use warnings;
require Exporter;
require Getopt::Long::Spec;
require Getopt::Long::Scanner;

our $VERSION   = '2.57';
our @ISA       = ('Exporter');
our @EXPORT    = qw(&GetOptions $REQUIRE_ORDER $PERMUTE $RETURN_IN_ORDER);
our @EXPORT_OK = qw(&HelpMessage &VersionMessage &Configure &GetOptionsFromArray &GetOptionsFromString);
our ($REQUIRE_ORDER, $PERMUTE, $RETURN_IN_ORDER) = (0 .. 2);
our ($error, $caller);
our %config;

sub ConfigDefaults {
  %config = (
    autoabbrev => 1, bundling => 0, bundling_override => 0, bundling_values => 0, ignorecase => 1, passthrough => 0,
    gnu_compat => 0, auto_help => 0, auto_version => 0, debug => 0,
    getopt_compat => !$ENV{POSIXLY_CORRECT}, order => $ENV{POSIXLY_CORRECT} ? $REQUIRE_ORDER : $PERMUTE,
    prefix => '(--|-)', longprefix => '(--)',
  );
  $config{prefix} = '(--|-|\+)' if $config{getopt_compat};
}
ConfigDefaults();

sub import {
  my $package = shift;
  my (@names, @words);
  my $to = \@names;
  for (@_) {
    if ($_ eq ':config') { $to = \@words; next }
    push @$to, $_;
  }
  local $Exporter::ExportLevel = 1;
  push @names, qw(&GetOptions) if @names;
  $package->Exporter::import(@names);
  Configure(@words) if @words;
}

# What each configuration word sets; `no` in front means false.
my %SIMPLE = (
  autoabbrev => 'autoabbrev', autohelp => 'auto_help', autoversion => 'auto_version', gnucompat => 'gnu_compat',
  passthrough => 'passthrough', passthru => 'passthrough', debug => 'debug',
);

sub Configure {
  my @words = @_;
  my $previous = {%config};
  if (@words and ref $words[0] eq 'HASH') { %config = %{ shift @words } }
  for my $given (@words) {
    my $word = lc $given;
    my $on = 1;
    if ($word =~ /^no_?(.*)$/s) { ($on, $word) = (0, $1) }
    (my $bare = $word) =~ tr/_//d;
    configure_word($given, $bare, $word, $on);
  }
  return $previous;
}
{ no warnings 'once'; *config = \&Configure; }

sub configure_word {
  my ($given, $bare, $word, $on) = @_;
  if ($SIMPLE{$bare}) { $config{ $SIMPLE{$bare} } = $on }
  elsif ($bare eq 'default') { ConfigDefaults() if $on }
  elsif ($bare eq 'posixdefault') {
    local $ENV{POSIXLY_CORRECT} = $on ? 1 : '';
    ConfigDefaults();
  }
  elsif ($bare eq 'getoptcompat') {
    $config{getopt_compat} = $on;
    $config{prefix} = $on ? '(--|-|\+)' : '(--|-)';
  }
  elsif ($bare eq 'gnugetopt') {
    return unless $on;
    @config{qw(gnu_compat bundling getopt_compat order)} = (1, 1, 0, $PERMUTE);
    $config{prefix} = '(--|-)';
  }
  elsif ($bare eq 'ignorecase')       { $config{ignorecase} = $on }
  elsif ($bare eq 'ignorecasealways') { $config{ignorecase} = $on ? 2 : 0 }
  elsif ($bare eq 'bundling')         { @config{qw(bundling bundling_override bundling_values)} = ($on, 0, 0) }
  elsif ($bare eq 'bundlingoverride') { @config{qw(bundling bundling_override)} = ($on ? 2 : 0, 0) }
  elsif ($bare eq 'bundlingvalues')   { @config{qw(bundling bundling_values)} = ($on, $on) }
  elsif ($bare eq 'requireorder')     { $config{order} = $on ? $REQUIRE_ORDER : $PERMUTE }
  elsif ($bare eq 'permute')          { $config{order} = $on ? $PERMUTE : $REQUIRE_ORDER }
  elsif ($given =~ /^prefix=(.+)$/i)              { $config{prefix} = '(' . quotemeta($1) . ')' }
  elsif ($given =~ /^prefix_?pattern=(.+)$/i)     { $config{prefix} = "($1)" }
  elsif ($given =~ /^long_?prefix_?pattern=(.+)$/i) { $config{longprefix} = "($1)" }
  else { die qq[Getopt::Long: unknown or erroneous config parameter "$given"\n] }
}

sub GetOptions {
  $caller = caller;
  return Getopt::Long::Scanner::scan($caller, \@ARGV, @_);
}

sub GetOptionsFromArray {
  my ($argv, @rest) = @_;
  $caller = caller;
  return Getopt::Long::Scanner::scan($caller, $argv, @rest);
}

sub GetOptionsFromString {
  my ($string, @rest) = @_;
  require Text::ParseWords;
  my $args = [Text::ParseWords::shellwords($string)];
  $caller = caller;
  my $ok = Getopt::Long::Scanner::scan($caller, $args, @rest);
  return ($ok, $args) if wantarray;
  if (@$args) {
    $ok = 0;
    warn "GetOptionsFromString: Excess data \"@$args\" in string \"$string\"\n";
  }
  return $ok;
}

sub VersionMessage {
  my %options = @_ == 1 && ref $_[0] ? %{ $_[0] } : @_ == 1 ? (-message => $_[0]) : @_;
  my $output = $options{-output} || \*STDOUT;
  no strict 'refs';
  my $version = $main::VERSION;
  print $output defined $options{-message} ? $options{-message} : (), $0, defined $version ? " version $version" : (),
    "\n(Getopt::Long::GetOptions version $VERSION; Perl version $])\n";
  my $status = $options{-exitval} || 0;
  exit $status unless $status eq 'NOEXIT';
}

sub HelpMessage {
  require Pod::Usage;
  Pod::Usage::pod2usage(@_ ? @_ : (-exitval => 0));
}

sub VERSION { return UNIVERSAL::VERSION(@_) }

package Getopt::Long::CallBack;
# What a handler gets as its first argument: the option's name, and more on request.
use overload '""' => sub { $_[0]{name} }, fallback => 1;

sub new { my ($class, %fields) = @_; return bless {%fields}, $class }
sub name { return '' . $_[0]{name} }
sub given { return $_[0]{given} }

package Getopt::Long::Parser;
# The object interface: a parser with its own configuration.
sub new {
  my ($class, %options) = @_;
  my $saved = {%Getopt::Long::config};
  Getopt::Long::ConfigDefaults();
  Getopt::Long::Configure(@{ $options{config} }) if $options{config};
  my $self = bless { settings => {%Getopt::Long::config} }, $class;
  %Getopt::Long::config = %$saved;
  return $self;
}

sub configure {
  my ($self, @words) = @_;
  local %Getopt::Long::config = (my %own = %{ $self->{settings} });
  Getopt::Long::Configure(@words);
  $self->{settings} = {%Getopt::Long::config};
}

sub getoptions { my ($self, @specs) = @_; return $self->getoptionsfromarray(\@ARGV, @specs) }

sub getoptionsfromarray {
  my ($self, $argv, @specs) = @_;
  local %Getopt::Long::config = (my %own = %{ $self->{settings} });
  return Getopt::Long::Scanner::scan(scalar caller, $argv, @specs);
}

1;
