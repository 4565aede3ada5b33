package Test::Builder;
# The object behind Test::More (perldoc Test::Builder): one instance shared by all testing modules of a program.
# Where a failure is reported is settled by the outermost method called: see `trace`.
use strict;
use warnings;
use Scalar::Util ();
use Test::Builder::Hub;
use Test::Builder::Compare;
use Test::Builder::Subtest;

our $VERSION = '1.302190';
our $Level   = 1;
our $Trace;    # [package, file, line] while a method runs
our $Test = __PACKAGE__->create;

sub new { return $Test ||= $_[0]->create }

sub create {
  my ($class) = @_;
  my $self = bless { Original_Pid => $$, Stack => [] }, $class;
  push @{ $self->{Stack} }, Test::Builder::Hub->new(name => $0);
  $self->{Orig_Handles} = [@{ $self->hub->{output}{handles} }];
  return $self;
}

sub hub { return $_[0]{Hub} || $_[0]{Stack}[-1] }

# The call to report: $Level callers above the function that called the method.
sub trace {
  return [caller 1] if ${^GLOBAL_PHASE} eq 'END';
  my $level = $Level + 1;
  while ($level > 0) {
    my @frame = caller $level--;
    return \@frame if @frame;
  }
  return [caller 0];
}

sub throw {
  my ($self, $message) = @_;
  die "$message at $Trace->[1] line $Trace->[2].\n";
}

sub croak {
  my $self = shift;
  local $Trace = $Trace || trace();
  $self->throw(join '', @_);
}

sub carp {
  my $self = shift;
  local $Trace = $Trace || trace();
  warn join('', @_) . " at $Trace->[1] line $Trace->[2].\n";
}

sub caller {    ## no critic
  local $Trace = $Trace || trace();
  return wantarray ? @$Trace[0 .. 3] : $Trace->[0];
}

sub reset {     ## no critic
  my ($self) = @_;
  $Level = 1;
  $self->{Original_Pid} = $$;
  $self->{Stack} = [$self->{Stack}[0]];
  my $hub = $self->hub;
  $hub->reset;
  $hub->{name} = $0;
  @{ $hub->{output} }{qw(no_numbers no_header asserted)} = (0, 0, 0);
  delete $hub->{no_ending};
  delete $self->{Exported_To};
  $self->reset_outputs;
  return;
}

sub exported_to {
  my ($self, $package) = @_;
  $self->{Exported_To} = $package if defined $package;
  return $self->{Exported_To};
}

sub plan {
  my ($self, $command, $argument) = @_;
  return unless $command;
  local $Trace = $Trace || trace();
  $self->throw('You tried to plan twice') if $self->hub->{plan};
  return $self->no_plan($argument) if $command eq 'no_plan';
  return $self->skip_all($argument) if $command eq 'skip_all';
  $self->throw("plan() doesn't understand " . join ' ', grep { defined } $command, $argument)
    unless $command eq 'tests';
  $self->throw('Got an undefined number of tests') unless defined $argument;
  $self->throw('You said to run 0 tests')          unless $argument;
  $self->expected_tests($argument);
  return 1;
}

sub expected_tests {
  my $self = shift;
  local $Trace = $Trace || trace();
  if (@_) {
    my ($max) = @_;
    $self->throw("Number of tests must be a positive integer.  You gave it '$max'") unless $max =~ /^\+?\d+$/;
    $self->hub->set_plan($max + 0);
  }
  my $plan = $self->hub->{plan};
  return $plan && $plan !~ /\D/ ? $plan : 0;
}

sub no_plan {
  my ($self, $argument) = @_;
  local $Trace = $Trace || trace();
  if (defined $self->hub->{plan}) {
    warn 'Plan already set, no_plan() is a no-op, this will change to a hard failure in the future.';
    return;
  }
  $self->carp('no_plan takes no arguments') if $argument;
  $self->hub->set_plan('NO PLAN');
  return 1;
}

sub skip_all {
  my ($self, $reason) = @_;
  my $hub = $self->hub;
  $hub->set_skip_all(defined $reason ? "$reason" : undef);
  $self->leave($hub, 0);
}

# Ends a program, or the subtest that is running.
sub leave {
  my ($self, $hub, $code) = @_;
  $hub->{exit_code} = $code;
  exit $code unless $hub->{nested};
  no warnings 'exiting';
  last TEST_BUILDER_SUBTEST;
}

sub has_plan {
  my ($self) = @_;
  my $plan = $self->hub->{plan} or return undef;
  return $plan eq 'NO PLAN' ? 'no_plan' : $plan =~ /\D/ ? undef : $plan;
}

sub done_testing {
  my ($self, $tests) = @_;
  local $Trace = $Trace || trace();
  my $hub = $self->hub;
  if (my $first = $hub->{done}) {
    local $hub->{ended};
    $self->ok(0, "done_testing() was already called at $first->[1] line $first->[2]");
    return;
  }
  $hub->{done} = $Trace;
  my $plan = $hub->{plan};
  if (defined $tests) { $hub->set_plan($tests) if !$plan or $plan eq 'NO PLAN' }
  else                { $tests = $hub->{count} }
  my $expected = $self->expected_tests;
  $self->ok(0, "planned to run $expected but done_testing() expects $tests") if $expected and $tests != $expected;
  $hub->set_plan($tests) if $hub->{plan} and $hub->{plan} eq 'NO PLAN';
  $hub->finish(@$Trace[1, 2], 1);
  return 1;
}

# --- results ---

sub ok {
  my ($self, $test, $name) = @_;
  local $Trace = $Trace || trace();
  local ($@, $!, $?);
  $test = $test ? 1 : 0;
  if (defined $name) {
    $name = "$name";
    $self->diag("    You named your test '$name'.  You shouldn't use numbers for your test names.\n    Very confusing.\n")
      if $name =~ /^[\d\s]+$/ and do { no warnings 'numeric'; 0 + $name };
  }
  my $todo = $self->todo_reason;
  $self->record(
    ok => $test || defined $todo ? 1 : 0, actual_ok => $test,
    name => defined $name ? $name : '', type => defined $todo ? 'todo' : '', reason => defined $todo ? $todo : '',
  );
  my $directive = defined $todo ? $todo eq '' ? 'TODO' : "TODO $todo" : undef;
  $self->hub->assertion($test, $name, $directive);
  return $test if $test;
  my $failed = $self->in_todo ? 'Failed (TODO)' : 'Failed';
  my $at = "at $Trace->[1] line $Trace->[2].\n";
  $self->diag(defined $name ? "  $failed test '$name'\n  $at" : "  $failed test $at");
  return $test;
}

sub record {
  my ($self, %result) = @_;
  my $hub = $self->hub;
  $hub->{results}[$hub->{count}] = \%result;
}

sub skip {
  my ($self, $why, $name) = @_;
  local $Trace = $Trace || trace();
  local ($@, $!, $?);
  $why = defined $why ? "$why" : '';
  $name = defined $name ? "$name" : '';
  $name =~ s/#/\\#/g;
  s/\n/\n# /g for $name, $why;
  $self->record(ok => 1, actual_ok => 1, name => $name, type => 'skip', reason => $why);
  my $todo = $self->todo_reason;
  my $directive = defined $todo ? 'TODO & SKIP' : 'skip';
  my $shown = defined $todo && $todo ne '' && $why eq '' ? $todo : $why;
  $self->hub->assertion(1, undef, $shown eq '' ? $directive : "$directive $shown");
  return 1;
}

sub todo_skip {
  my ($self, $why) = @_;
  local ($@, $!, $?);
  $why = '' unless $why;
  $self->record(ok => 1, actual_ok => 0, name => '', type => 'todo_skip', reason => $why);
  $why =~ s/\n/\n# /g;
  $self->hub->assertion(0, undef, $why eq '' ? 'TODO & SKIP' : "TODO & SKIP $why");
  return 1;
}

sub BAIL_OUT {
  my ($self, $reason) = @_;
  my $hub = $self->hub;
  $self->{Bailed_Out} = 1;
  $hub->{bailed} = defined $reason && $reason ne '' ? "Bail out!  $reason" : 'Bail out!';
  $hub->emit(0, "$hub->{bailed}\n") unless $hub->{nested};
  $self->leave($hub, 255);
}
{ no warnings 'once'; *BAILOUT = \&BAIL_OUT; }

# --- $TODO ---

# The variable $TODO of the testing package, or of the package that loaded the testing module.
sub todo_reason {
  my ($self) = @_;
  my $started = $self->hub->{todo};
  return $started->[-1] if @$started;
  no strict 'refs';
  my $todo = ${"$Trace->[0]::TODO"};
  $todo = ${"$self->{Exported_To}::TODO"} if !$todo and $self->{Exported_To};
  return defined $todo && length $todo ? "$todo" : undef;
}

sub in_todo {
  my ($self) = @_;
  local $Trace = $Trace || trace();
  return 1 if @{ $self->hub->{todo} };
  no strict 'refs';
  my $todo = ${"$Trace->[0]::TODO"};
  return defined $todo && "$todo" ne '' ? 1 : 0;
}

sub todo {
  my ($self, $package) = @_;
  my $started = $self->hub->{todo};
  return $started->[-1] if @$started;
  local $Trace = $Trace || trace();
  $package ||= $Trace->[0];
  no strict 'refs';
  return ${"${package}::TODO"};
}

sub find_TODO {
  my ($self, $package, $set, $value) = @_;
  local $Trace = $Trace || trace();
  $package ||= $Trace->[0];
  no strict 'refs';
  my $old = ${"${package}::TODO"};
  ${"${package}::TODO"} = $value if $set;
  return $old;
}

sub todo_start {
  my ($self, $message) = @_;
  push @{ $self->hub->{todo} }, defined $message ? $message : '';
  return;
}

sub todo_end {
  my ($self) = @_;
  local $Trace = $Trace || trace();
  my $started = $self->hub->{todo};
  $self->throw('todo_end() called without todo_start()') unless @$started;
  pop @$started;
  return;
}

# --- comments ---

sub text_of { return join '', map { defined $_ ? $_ : 'undef' } @_ }

sub diag {
  my $self = shift;
  return unless @_;
  local $Trace = $Trace || trace();
  local ($@, $!, $?);
  my $hub = $self->hub;
  $hub->comment($hub->{todo_diag} || defined $self->todo_reason ? 2 : 1, text_of(@_));
  return 0;
}

sub note {
  my $self = shift;
  return unless @_;
  local ($@, $!, $?);
  $self->hub->comment(0, text_of(@_));
  return 0;
}

sub explain {
  my $self = shift;
  local ($@, $!);
  require Data::Dumper;
  return map { ref $_ ? Data::Dumper->new([$_])->Indent(1)->Terse(1)->Sortkeys(1)->Dump : $_ } @_;
}

sub _print_comment {
  my ($self, $handle, @messages) = @_;
  return if $self->no_diag or !@messages;
  (my $text = text_of(@messages)) =~ s/^/# /;
  local ($\, $", $,) = (undef, ' ', '');
  print $handle $text;
  return 0;
}

# --- output and state ---

sub is_fh {
  my ($self, $thing) = @_;
  return 0 unless defined $thing;
  return 1 if ref $thing eq 'GLOB' or ref \$thing eq 'GLOB';
  return eval { $thing->isa('IO::Handle') } || eval { tied($thing)->can('TIEHANDLE') };
}

sub _new_fh {
  my ($self, $target) = @_;
  return $target if $self->is_fh($target);
  if (ref $target eq 'SCALAR') {
    open my $handle, '>>', $target or $self->croak("Can't open scalar ref $target: $!");
    return $handle;
  }
  open my $handle, '>', $target or $self->croak("Can't open test output log $target: $!");
  Test::Builder::Hub::autoflush($handle);
  return $handle;
}

sub _handle {
  my ($self, $which, $target) = @_;
  my $handles = $self->hub->{output}{handles};
  $handles->[$which] = $self->_new_fh($target) if defined $target;
  return $handles->[$which];
}

sub output         { return $_[0]->_handle(0, $_[1]) }
sub failure_output { return $_[0]->_handle(1, $_[1]) }
sub todo_output    { return $_[0]->_handle(2, $_[1]) }
sub _diag_fh       { my $self = shift; return $self->in_todo ? $self->todo_output : $self->failure_output }

sub reset_outputs {
  my ($self) = @_;
  @{ $self->hub->{output}{handles} } = @{ $self->{Orig_Handles} };
  return;
}

sub _flag {
  my ($self, $name, @value) = @_;
  my $output = $self->hub->{output};
  $output->{$name} = $value[0] ? 1 : 0 if defined $value[0];
  return $output->{$name} ? 1 : 0;
}

sub no_header { my $self = shift; return $self->_flag('no_header', @_) }
sub no_diag   { my $self = shift; return $self->_flag('no_diag',   @_) }

sub use_numbers {
  my ($self, $use) = @_;
  return $self->_flag('no_numbers', defined $use ? !$use || 0 : undef) ? 0 : 1;
}

sub no_ending {
  my ($self, $no) = @_;
  my $hub = $self->hub;
  $hub->{no_ending} = $no if defined $no;
  return $hub->{no_ending};
}

sub level {
  my ($self, $level) = @_;
  $Level = $level if defined $level;
  return $Level;
}

sub current_test {
  my ($self, $number) = @_;
  my $hub = $self->hub;
  return $hub->{count} unless defined $number;
  my $results = $hub->{results};
  $#$results = $number - 1 if $number < @$results;
  push @$results,
    { ok => 1, actual_ok => undef, reason => 'incrementing test number', type => 'unknown', name => undef }
    while @$results < $number;
  return $hub->{count} = $number;
}

sub is_passing {
  my ($self, @pass) = @_;
  my $hub = $self->hub;
  $hub->{failed} = 0 if @pass and $pass[0];
  return $hub->is_passing(@pass);
}

sub summary { return map { $_ ? $_->{ok} : () } @{ $_[0]->hub->{results} } }
sub details { return @{ $_[0]->hub->{results} } }
sub name    { return $_[0]->hub->{name} }

sub _try {
  my ($self, $code, %options) = @_;
  my ($result, $error);
  {
    local ($!, $@, $SIG{__DIE__});
    $result = eval { $code->() };
    $error = $@;
  }
  die $error if $error and $options{die_on_fail};
  return wantarray ? ($result, $error) : $result;
}

sub coordinate_forks { return }
sub no_log_results   { $_[0]{no_log_results} = 1 }

END { $? = $Test->_ending($?) if $Test }

1;
