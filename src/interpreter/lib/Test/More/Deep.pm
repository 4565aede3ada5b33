package Test::More;
# is_deeply and its older relatives: walks two structures together and remembers the path to the first difference.
use strict;
use warnings;

our (@Data_Stack, %Refs_Seen);
my $ABSENT = bless [], 'Does::Not::Exist';

sub _dne { return ref $_[0] eq 'Does::Not::Exist' }

sub is_deeply {
  my $tb = Test::More->builder;
  unless (@_ == 2 or @_ == 3) {
    _carp(sprintf "is_deeply() takes two or three args, you gave %d.\n"
      . "This usually means you passed an array or hash instead \nof a reference to it", scalar @_);
    return $tb->ok(0);
  }
  my ($got, $expected, $name) = @_;
  $tb->_unoverload_str(\$expected, \$got);
  return $tb->is_eq($got, $expected, $name) if !ref $got and !ref $expected;
  local @Data_Stack = ({ vals => [$got, $expected] });
  if (ref $got and ref $expected) {
    @Data_Stack = ();
    return $tb->ok(1, $name) if _deep_check($got, $expected);
  }
  my $ok = $tb->ok(0, $name);
  $tb->diag(_format_stack(@Data_Stack));
  return $ok;
}

sub _format_stack {
  my @stack = @_;
  my ($path, $arrow) = ('$FOO', '->');
  for my $entry (@stack) {
    my $type = $entry->{type} || '';
    if    ($type eq 'REF')   { $path = "\${$path}" }
    elsif ($type eq 'HASH')  { $path .= "$arrow\{$entry->{idx}}"; $arrow = '' }
    elsif ($type eq 'ARRAY') { $path .= "$arrow\[$entry->{idx}]"; $arrow = '' }
  }
  my @values = map { !defined $_ ? 'undef' : _dne($_) ? 'Does not exist' : ref $_ ? "$_" : "'$_'" }
    @{ $stack[-1]{vals} }[0, 1];
  (my $got      = $path) =~ s/\$FOO/     \$got/;
  (my $expected = $path) =~ s/\$FOO/\$expected/;
  my $text = "Structures begin differing at:\n$got = $values[0]\n$expected = $values[1]\n";
  $text =~ s/^/    /msg;
  return $text;
}

sub _type {
  my ($thing) = @_;
  return '' unless ref $thing;
  for my $type (qw(Regexp ARRAY HASH REF SCALAR GLOB CODE VSTRING)) {
    return $type if UNIVERSAL::isa($thing, $type);
  }
  return '';
}

sub _deep_check {
  my ($e1, $e2) = @_;
  my $tb = Test::More->builder;
  local %Refs_Seen = %Refs_Seen;
  $tb->_unoverload_str(\$e1, \$e2);
  return 0 if defined $e1 xor defined $e2;
  return 1 if !defined $e1;
  return 0 if _dne($e1) xor _dne($e2);
  my $both = ref $e1 && ref $e2;
  return 1 if $both || !ref $e1 && !ref $e2 and $e1 eq $e2;
  if (!ref $e1 and !ref $e2) {
    push @Data_Stack, { type => '', vals => [$e1, $e2] };
    return 0;
  }
  return $Refs_Seen{$e1} eq $e2 if $Refs_Seen{$e1};
  $Refs_Seen{$e1} = "$e2";
  my $type = _type($e1);
  $type = 'DIFFERENT' unless _type($e2) eq $type;
  return _eq_array($e1, $e2) if $type eq 'ARRAY';
  return _eq_hash($e1, $e2)  if $type eq 'HASH';
  push @Data_Stack, { type => $type eq 'SCALAR' ? 'REF' : $type, vals => [$e1, $e2] };
  return 0 unless $type eq 'REF' or $type eq 'SCALAR';
  my $ok = _deep_check($$e1, $$e2);
  pop @Data_Stack if $ok;
  return $ok;
}

# One element of an array or hash: equal, or else its place stays on the stack.
sub _same_element {
  my ($type, $index, $e1, $e2) = @_;
  return 1 if !ref $e1 && !ref $e2 and defined $e1 ? defined $e2 && $e1 eq $e2 : !defined $e2;
  push @Data_Stack, { type => $type, idx => $index, vals => [$e1, $e2] };
  my $ok = _deep_check($e1, $e2);
  pop @Data_Stack if $ok;
  return $ok;
}

sub _eq_array {
  my ($a1, $a2) = @_;
  return 1 if $a1 == $a2;
  my $last = $#$a1 > $#$a2 ? $#$a1 : $#$a2;
  for my $i (0 .. $last) {
    my $e1 = $i > $#$a1 ? $ABSENT : $a1->[$i];
    my $e2 = $i > $#$a2 ? $ABSENT : $a2->[$i];
    return 0 unless _same_element('ARRAY', $i, $e1, $e2);
  }
  return 1;
}

sub _eq_hash {
  my ($h1, $h2) = @_;
  return 1 if $h1 == $h2;
  for my $key (keys %{ keys %$h1 > keys %$h2 ? $h1 : $h2 }) {
    my $e1 = exists $h1->{$key} ? $h1->{$key} : $ABSENT;
    my $e2 = exists $h2->{$key} ? $h2->{$key} : $ABSENT;
    return 0 unless _same_element('HASH', $key, $e1, $e2);
  }
  return 1;
}

sub eq_array { local @Data_Stack = (); return _deep_check(@_) }
sub eq_hash  { local @Data_Stack = (); return _deep_check(@_) }

sub eq_set {
  my ($a1, $a2) = @_;
  return 0 unless @$a1 == @$a2;
  no warnings 'uninitialized';
  return eq_array(map { my $set = $_; [grep({ ref } @$set), sort grep { !ref } @$set] } $a1, $a2);
}

1;
