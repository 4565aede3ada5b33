package Test::Builder::Hub;
# The books of one test run or subtest: plan, counts and results, and their rendering as TAP. Test::Builder keeps
# a stack of hubs; subtests share their parent's output.
use strict;
use warnings;

our $VERSION = '1.302190';

# Which of the three output handles a line goes to.
sub OUT ()  { 0 }
sub ERR ()  { 1 }
sub TODO () { 2 }

sub new {
  my ($class, %fields) = @_;
  return bless {
    count => 0, failed => 0, passing => 1, nested => 0, results => [], todo => [],
    output => $fields{output} || new_output(), %fields,
  }, $class;
}

sub reset {
  my ($self) = @_;
  @$self{qw(count failed passing)} = (0, 0, 1);
  $self->{results} = [];
  $self->{todo}    = [];
  delete @$self{qw(plan ended done skip_reason bailed ending)};
}

# The handles are copies of STDOUT and STDERR, so that a program may redirect its own.
sub new_output {
  my ($out, $err) = map { copy_of($_) } \*STDOUT, \*STDERR;
  return { handles => [$out, $err, $out], no_numbers => 0, no_header => 0, no_diag => 0, asserted => 0 };
}

sub autoflush {
  my $selected = select $_[0];
  $| = 1;
  select $selected;
}

sub copy_of {
  my ($handle) = @_;
  autoflush($handle);
  my $fileno = eval { fileno $handle };
  return $handle if !defined $fileno or $fileno eq '' or $fileno < 0;
  open my $copy, '>&' . $fileno or die "Can't dup fileno $fileno: $!";
  my %seen;
  my @layers = grep { $_ ne 'unix' and $_ ne 'perlio' and !$seen{$_}++ } PerlIO::get_layers($handle);
  binmode $copy, join ':', '', 'raw', @layers;
  autoflush($copy);
  return $copy;
}

# Prints text on one of the handles, indented by the depth of the subtest.
sub emit {
  my ($self, $which, $text) = @_;
  my $output = $self->{output};
  my $handle = $output->{handles}[$which] or return;
  local ($\, $,) = (undef, '') if $\ || $,;
  print $handle "\n"
    if $ENV{HARNESS_ACTIVE}
    and $which == ERR
    and ($output->{last} || 0) != $handle
    and $text =~ /^#\s*Failed( \(TODO\))? test /;
  my $indent = '    ' x $self->{nested};
  $text =~ s/^/$indent/mg if $indent ne '';
  print $handle $text;
  $output->{last} = $handle;
}

# A comment on one of the handles.
sub comment {
  my ($self, $which, $text) = @_;
  return if $self->{output}{no_diag};
  chomp $text;
  $text =~ s/\n/\n# /g;
  $self->emit($which, "# $text\n");
}

# `ok 3 - name # TODO reason`; the directive is text such as 'TODO reason', 'skip reason' or undef.
sub assertion {
  my ($self, $pass, $name, $directive) = @_;
  $self->{count}++;
  $self->{passing} = 0 if !$pass and !defined $directive;
  $self->{failed}++    if !$pass and !defined $directive;
  my $output = $self->{output};
  $output->{asserted} = 1;
  my $line = $pass ? 'ok' : 'not ok';
  $line .= " $self->{count}" unless $output->{no_numbers};
  my @more;
  if (defined $name) {
    ($name, @more) = split /\n\r?/, $name, -1 if index($name, "\n") >= 0;
    $name = '' unless defined $name;
    my $plain = $pass && !defined $directive && !@more && index($name, '#') < 0;
    if (!$plain and (index($name, '#') >= 0 or substr($name, -1) eq '\\')) {
      $name =~ s/\\/\\\\/g;
      $name =~ s/#/\\#/g;
    }
    $line .= " - $name";
  }
  $line .= " # $directive" if defined $directive;
  $self->emit(OUT, join '', "$line\n", map { "# $_\n" } @more);
}

sub valid_plan {
  my ($self, $plan) = @_;
  require Carp;
  Carp::confess("You cannot change the plan") if $self->{plan} and $self->{plan} ne 'NO PLAN';
  Carp::confess("'$plan' is not a valid plan! Plan must be an integer greater than 0, 'NO PLAN', or 'SKIP'")
    unless $plan =~ /^(\d+|NO PLAN|SKIP)$/;
  $self->{plan} = $plan;
}

sub set_plan {
  my ($self, $plan) = @_;
  $self->valid_plan($plan);
  $self->emit(OUT, "1..$plan\n") unless $plan eq 'NO PLAN' or $self->{output}{no_header};
}

sub set_skip_all {
  my ($self, $reason) = @_;
  $self->valid_plan('SKIP');
  $self->{skip_reason} = $reason || 1;
  my $line = '1..0 # SKIP';
  if ($reason) { chomp $reason; $line .= " $reason" }
  $self->emit(OUT, "$line\n") unless $self->{output}{no_header};
}

# Ends the run: prints a plan that was left open, and decides whether everything passed.
sub finish {
  my ($self, $file, $line, $force) = @_;
  my $plan = $self->{plan};
  return unless $force or defined $plan or $self->{count} or $self->{failed};
  if (my $first = $self->{ended}) {
    die "Test already ended!\nFirst End:  $first->[0] line $first->[1]\nSecond End: $file line $line\n";
  }
  $self->set_plan($self->{count}) if defined $plan && $plan eq 'NO PLAN' or $force && !$plan;
  $self->{ended} = [$file, $line];
  return $self->is_passing;
}

sub is_passing {
  my $self = shift;
  ($self->{passing}) = @_ if @_;
  return 0 unless $self->{passing};
  return $self->{passing} = 0 if $self->{failed};
  my ($plan, $count, $ended) = @$self{qw(plan count ended)};
  return 1 if !$count and defined $plan and $plan eq 'SKIP';
  return $self->{passing} = 0 if $ended and !$count || !$plan;
  return 1 unless $plan and $plan =~ /^\d+$/;
  return $self->{passing} = 0 if $ended ? $count != $plan : $count > $plan;
  return 1;
}

1;
