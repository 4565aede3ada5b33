package Test::Builder;
# Subtests, and what is said and decided when a program ends.
use strict;
use warnings;

our ($Level, $Trace);

sub parent {
  my ($self) = @_;
  my $parent = $self->hub->{parent} or return undef;
  return bless { %$self, Hub => $parent }, ref $self;
}

sub child {
  my ($self, $name) = @_;
  local $Trace = $Trace || trace();
  my $parent = $self->hub;
  $name ||= 'Child of ' . $self->name;
  $self->throw("You already have a child named ($parent->{child}) running") if $parent->{child};
  $parent->{child} = $name;
  my $todo = $self->find_TODO(undef, 1, undef);
  my $hub = Test::Builder::Hub->new(
    output => $parent->{output}, nested => $parent->{nested} + 1, name => $name, parent => $parent,
    saved_todo => $todo, todo_package => $Trace->[0],
    todo_diag => $todo || $parent->{todo_diag} || @{ $parent->{todo} } ? 1 : 0,
  );
  push @{ $self->{Stack} }, $hub;
  return bless { %$self, Hub => $hub }, ref $self;
}

sub finalize {
  my ($self, @ok) = @_;
  local $Trace = $Trace || trace();
  my $hub = $self->{Hub} or return;
  $self->throw("Can't call finalize() with child ($hub->{child}) active") if $hub->{child};
  local $? = 0;
  @{ $self->{Stack} } = grep { $_ != $hub } @{ $self->{Stack} };
  $self->find_TODO($hub->{todo_package}, 1, $hub->{saved_todo});
  my $parent = $self->parent;
  delete $parent->hub->{child};
  $hub->finish(@$Trace[1, 2], 1) if (!@ok or $ok[0]) and $hub->{count} and !$hub->{no_ending} and !$hub->{ended};
  $self->say_summary($hub, 'All assertions inside the subtest passed, but errors were encountered.');
  return $hub->is_passing if $hub->{bailed};
  my $plan = $hub->{plan};
  if ($plan and $plan eq 'SKIP') { $parent->skip($hub->{skip_reason}, $hub->{name}) }
  elsif (!$hub->{count}) { $parent->ok(0, qq[No tests run for subtest "$hub->{name}"]) }
  else                   { $parent->ok($hub->is_passing, $hub->{name}) }
  return $hub->is_passing;
}

# `Looks like you planned ...` and `Looks like you failed ...`; the result is the number of tests too many.
sub say_summary {
  my ($self, $hub, $odd) = @_;
  my ($plan, $count, $failed) = ($hub->{plan} || 0, $hub->{count}, $hub->{failed});
  my $passed = $hub->is_passing;
  my $extra = $plan =~ /\D/ ? 0 : $count - $plan;
  my $say = sub { $hub->comment($hub->{todo_diag} ? 2 : 1, $_[0]) };
  $say->("Looks like you planned $plan test" . ($plan == 1 ? '' : 's') . " but ran $count.") if $count and $extra;
  $say->("Looks like you failed $failed test" . ($failed == 1 ? '' : 's') . " of $count" . ($extra ? ' run.' : '.'))
    if $failed;
  $say->($odd) if !$passed and !$failed and $count and !$extra;
  return $extra;
}

sub subtest {
  my ($self, $name, $code, @arguments) = @_;
  local $Trace = $Trace || trace();
  $self->throw("subtest()'s second argument must be a code ref")
    unless $code and (Scalar::Util::reftype($code) || '') eq 'CODE';
  $name ||= 'Child of ' . $self->name;
  $self->note("Subtest: $name");
  my $child = $self->child($name);
  my $hub   = $child->{Hub};
  my $pid   = $$;
  my ($ok, $error, $finished, $child_error);
TEST_BUILDER_SUBTEST: {
    $ok = eval { local $Level = 1; local $Trace; $code->(@arguments); 1 };
    ($error, $child_error, $finished) = ($@, $?, 1);
  }
  if ($pid != $$) {
    warn $ok ? "Forked inside subtest, but subtest never finished!\n" : $error;
    exit 255;
  }
  if (!$finished) {
    if (my $bailed = $hub->{bailed}) {
      pop @{ $self->{Stack} };
      my $parent = $self->hub;
      $parent->{bailed} = $bailed;
      $parent->emit(0, "$bailed\n") unless $parent->{nested};
      $self->leave($parent, 255);
    }
    $ok = 1;
  }
  if (!$hub->{count} and !$hub->{plan}) {
    $hub->set_plan(0) unless defined $hub->{plan};
    $hub->comment($hub->{todo_diag} ? 2 : 1, 'No tests run!');
  }
  $child->finalize;
  die $error unless $ok;
  $? = $child_error if defined $child_error;
  return $hub->is_passing;
}

# What the program's exit status becomes, with the closing comments.
sub _ending {
  my ($self, $exit) = @_;
  return $exit unless $self->{Original_Pid} == $$;
  my ($hub, @extra) = @{ $self->{Stack} };
  my $status = $exit;
  if (@extra) {
    $hub->comment(1, 'Test ended with extra hubs on the stack!');
    $status = 255;
    $self->{Stack} = [$hub];
  }
  return $status if $hub->{no_ending};
  {
    local $?;
    $hub->finish($0, 0) unless $hub->{ended};
    my $closing = $self->_closing_words($hub, $exit);
    $status ||= $closing;
  }
  $status ||= $hub->{failed};
  $status ||= 255 unless $hub->is_passing;
  return $status > 255 ? 255 : $status;
}

sub _closing_words {
  my ($self, $hub, $exit) = @_;
  return 0 if $hub->{ending}++ or $hub->{bailed};
  my ($plan, $count, $failed) = @$hub{qw(plan count failed)};
  return 0 unless $plan or $count or $failed;
  my $failures = $failed > 254 ? 254 : $failed;
  my $after = "Looks like your test exited with $exit just after $count.";
  if (!$plan and $count) {
    $hub->comment(1, 'Tests were run but no plan was declared and done_testing() was not seen.');
    $hub->comment(1, $after) if $exit;
    return $exit || $failures || 254;
  }
  if ($exit and !$count) {
    $hub->comment(1, "Looks like your test exited with $exit before it could output anything.");
    return $exit;
  }
  return 0 if $plan eq 'SKIP';
  if (!$count) {
    $hub->comment(1, 'No tests run!');
    return 255;
  }
  if ($exit) {
    $hub->comment(1, $after);
    return $exit;
  }
  my $extra = $self->say_summary($hub, 'All assertions passed, but errors were encountered.');
  return $failures || ($extra || !$hub->is_passing ? 255 : 0);
}

1;
