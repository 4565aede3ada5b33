package Test::Builder;
# The comparing tests of Test::Builder (is_eq, like, cmp_ok ...) and their diagnostics.
use strict;
use warnings;

our ($Level, $Trace);

my %NUMERIC = map { $_ => 1 } qw(< <= > >= == != <=>);
my %REFUSED = map { $_ => 1 } qw(= += .= x= ^= |= ||= &&= ...);

# The usual operators, compiled once. Others, and operands that warn, are compiled where they are used.
my %COMPARE = (
  'eq' => sub { $_[0] eq $_[1] },
  'ne' => sub { $_[0] ne $_[1] },
  'lt' => sub { $_[0] lt $_[1] },
  'gt' => sub { $_[0] gt $_[1] },
  'le' => sub { $_[0] le $_[1] },
  'ge' => sub { $_[0] ge $_[1] },
  '==' => sub { $_[0] == $_[1] },
  '!=' => sub { $_[0] != $_[1] },
  '<'  => sub { $_[0] < $_[1] },
  '>'  => sub { $_[0] > $_[1] },
  '<=' => sub { $_[0] <= $_[1] },
  '>=' => sub { $_[0] >= $_[1] },
);
my $NUMBER = qr/^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\z/;

# Objects with overloading are shown as the text (or number) they stand for.
sub _unoverload {
  my ($self, $operator, $thing) = @_;
  return unless ref $$thing and Scalar::Util::blessed($$thing);
  local ($!, $@);
  require overload;
  my $method = overload::Method($$thing, $operator) or return;
  $$thing = $$thing->$method(undef, 0);
}

sub _unoverload_str {
  my $self = shift;
  $self->_unoverload('""', $_) for @_;
}

sub _unoverload_num {
  my $self = shift;
  for my $value (@_) {
    $self->_unoverload('0+', $value);
    $$value += 0 if $self->_is_dualvar($$value);
  }
}

sub _is_dualvar {
  my ($self, $value) = @_;
  return 0 if ref $value;
  no warnings 'numeric', 'uninitialized';
  my $number = $value + 0;
  return $number != 0 && $number ne $value ? 1 : 0;
}

sub is_eq {
  my ($self, $got, $expect, $name) = @_;
  local $Trace = $Trace || trace();
  return $self->cmp_ok($got, 'eq', $expect, $name) if defined $got and defined $expect;
  my $test = !defined $got && !defined $expect;
  $self->ok($test, $name);
  $self->_is_diag($got, 'eq', $expect) unless $test;
  return $test;
}

sub is_num {
  my ($self, $got, $expect, $name) = @_;
  local $Trace = $Trace || trace();
  return $self->cmp_ok($got, '==', $expect, $name) if defined $got and defined $expect;
  my $test = !defined $got && !defined $expect;
  $self->ok($test, $name);
  $self->_is_diag($got, '==', $expect) unless $test;
  return $test;
}

sub isnt_eq {
  my ($self, $got, $unwanted, $name) = @_;
  local $Trace = $Trace || trace();
  return $self->cmp_ok($got, 'ne', $unwanted, $name) if defined $got and defined $unwanted;
  my $test = defined $got || defined $unwanted;
  $self->ok($test, $name);
  $self->_isnt_diag($got, 'ne') unless $test;
  return $test;
}

sub isnt_num {
  my ($self, $got, $unwanted, $name) = @_;
  local $Trace = $Trace || trace();
  return $self->cmp_ok($got, '!=', $unwanted, $name) if defined $got and defined $unwanted;
  my $test = defined $got || defined $unwanted;
  $self->ok($test, $name);
  $self->_isnt_diag($got, '!=') unless $test;
  return $test;
}

sub cmp_ok {
  my ($self, $got, $type, $expect, $name) = @_;
  local $Trace = $Trace || trace();
  $self->throw("$type is not a valid comparison operator in cmp_ok()") if $REFUSED{$type};
  my ($test, $error) = _compare($got, $type, $expect);
  my $ok = $self->ok($test, $name);
  $self->diag("An error occurred while using $type:\n$_\n$error\n$_\n") for defined $error ? '-' x 36 : ();
  $self->_explain_comparison($got, $type, $expect) unless $ok;
  return $ok;
}

sub _compare {
  my ($got, $type, $expect) = @_;
  my ($test, $done);
  local ($@, $!, $SIG{__DIE__});
  my $code = $COMPARE{$type};
  if ($code and defined $got and defined $expect
      and !$NUMERIC{$type} || !ref $got && !ref $expect && $got =~ $NUMBER && $expect =~ $NUMBER) {
    $done = eval { $test = $code->($got, $expect); 1 };
  } else {
    my (undef, $file, $line, $bits) = @$Trace[0 .. 2, 9];
    $bits = defined $bits ? qq["\Q$bits\E"] : 'undef';
    $done = eval qq[
BEGIN {\${^WARNING_BITS} = $bits};
#line $line "(eval in cmp_ok) $file"
\$test = (\$got $type \$expect);
1;
];
  }
  return ($test, $done ? undef : $@);
}

sub _explain_comparison {
  my ($self, $got, $type, $expect) = @_;
  $NUMERIC{$type} ? $self->_unoverload_num(\$got, \$expect) : $self->_unoverload_str(\$got, \$expect);
  return $self->_is_diag($got, $type, $expect)  if $type eq 'eq' or $type eq '==';
  return $self->_cmp_diag($got, $type, $expect) if $type ne 'ne' and $type ne '!=';
  no warnings;
  my $odd = ($got eq $expect || $got == $expect)
    && ((defined $got xor defined $expect) || length $got != length $expect);
  return $odd ? $self->_cmp_diag($got, $type, $expect) : $self->_isnt_diag($got, $type);
}

sub _shown {
  my ($self, $type, $value) = @_;
  return 'undef' unless defined $value;
  return "'$value'" if $type eq 'eq' or $type eq 'ne';
  $self->_unoverload_num(\$value);
  return $value;
}

sub _is_diag {
  my ($self, $got, $type, $expect) = @_;
  ($got, $expect) = map { $self->_shown($type, $_) } $got, $expect;
  return $self->diag("         got: $got\n    expected: $expect\n");
}

sub _isnt_diag {
  my ($self, $got, $type) = @_;
  $got = $self->_shown($type, $got);
  return $self->diag("         got: $got\n    expected: anything else\n");
}

sub _cmp_diag {
  my ($self, $got, $type, $expect) = @_;
  ($got, $expect) = map { defined $_ ? "'$_'" : 'undef' } $got, $expect;
  return $self->diag("    $got\n        $type\n    $expect\n");
}

sub like {
  my ($self, $thing, $regex, $name) = @_;
  local $Trace = $Trace || trace();
  return $self->_regex_ok($thing, $regex, '=~', $name);
}

sub unlike {
  my ($self, $thing, $regex, $name) = @_;
  local $Trace = $Trace || trace();
  return $self->_regex_ok($thing, $regex, '!~', $name);
}

# A pattern given as qr//, or as the text of a match operator.
sub maybe_regex {
  my ($self, $regex) = @_;
  return undef unless defined $regex;
  return $regex if re::is_regexp($regex);
  my ($pattern, $flags);
  if ($regex =~ m{^ /(.*)/ (\w*) $ }sx)                  { ($pattern, $flags) = ($1, $2) }
  elsif ($regex =~ m{^ m ([^\w\s]) (.+) \1 (\w*) $}sx)   { ($pattern, $flags) = ($2, $3) }
  else                                                   { return undef }
  return length $flags ? "(?$flags)$pattern" : $pattern;
}

sub _regex_ok {
  my ($self, $thing, $regex, $operator, $name) = @_;
  my $pattern = $self->maybe_regex($regex);
  if (!defined $pattern) {
    my $ok = $self->ok(0, $name);
    $self->diag("    '$regex' doesn't look much like a regex to me.");
    return $ok;
  }
  my $test;
  {
    local ($@, $!, $SIG{__DIE__});
    no warnings 'uninitialized';
    eval { $test = $thing =~ /$pattern/ ? 1 : 0 };
  }
  $test = !$test if $operator eq '!~';
  my $ok = $self->ok($test, $name);
  return $ok if $ok;
  $thing = defined $thing ? "'$thing'" : 'undef';
  my $verb = $operator eq '=~' ? "doesn't match" : 'matches';
  $self->diag(sprintf "                  %s\n    %13s '%s'\n", $thing, $verb, $regex);
  return $ok;
}

1;
