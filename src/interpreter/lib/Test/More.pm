package Test::More;
# The testing functions (perldoc Test::More). Every function calls exactly one level of Test::Builder methods, so
# that $Test::Builder::Level counts as with the real module.
use strict;
use warnings;
use Test::Builder::Module;
use Test::More::Deep;

our $VERSION = '1.302190';
our @ISA     = ('Test::Builder::Module');
our @EXPORT  = qw(
  ok use_ok require_ok is isnt like unlike is_deeply cmp_ok skip todo todo_skip pass fail
  eq_array eq_hash eq_set $TODO plan done_testing can_ok isa_ok new_ok diag note explain subtest BAIL_OUT
);
our $TODO;

sub import_extra {
  my ($class, $list) = @_;
  my (@rest, $names);
  for (my $i = 0; $i < @$list; $i++) {
    my $item = $list->[$i];
    if (defined $item and $item eq 'no_diag')   { $class->builder->no_diag(1) }
    elsif (defined $item and $item eq 'import') { push @{ $names ||= [] }, @{ $list->[++$i] } }
    else                                        { push @rest, $item }
  }
  @$list = @rest;
  if ($class eq __PACKAGE__ and !$names || grep { $_ eq '$TODO' } @$names) {
    my $to = $class->builder->exported_to;
    no strict 'refs';
    *{"${to}::TODO"} = \$TODO;
    $names = [grep { $_ ne '$TODO' } $names ? @$names : @EXPORT];
  }
  push @$list, import => $names if $names;
  return;
}

sub _carp {
  my ($file, $line) = (caller 1)[1, 2];
  return warn @_, " at $file line $line\n";
}

sub plan         { return Test::More->builder->plan(@_) }
sub done_testing { return Test::More->builder->done_testing(@_) }
sub ok ($;$)     { return Test::More->builder->ok(@_[0, 1]) }
sub is ($$;$)    { return Test::More->builder->is_eq(@_) }
sub isnt ($$;$)  { return Test::More->builder->isnt_eq(@_) }
sub like ($$;$)   { return Test::More->builder->like(@_) }
sub unlike ($$;$) { return Test::More->builder->unlike(@_) }
sub cmp_ok($$$;$) { return Test::More->builder->cmp_ok(@_) }
sub pass (;$)    { return Test::More->builder->ok(1, @_) }
sub fail (;$)    { return Test::More->builder->ok(0, @_) }
sub diag         { return Test::More->builder->diag(@_) }
sub note         { return Test::More->builder->note(@_) }
sub explain      { return Test::More->builder->explain(@_) }
sub subtest      { return Test::More->builder->subtest(@_) }
sub BAIL_OUT     { return Test::More->builder->BAIL_OUT($_[0]) }
*isn::t = \&isnt;

sub can_ok ($@) {
  my ($thing, @methods) = @_;
  my $class = ref $thing || $thing;
  my $tb = Test::More->builder;
  unless ($class) {
    my $ok = $tb->ok(0, '->can(...)');
    $tb->diag('    can_ok() called with empty class or reference');
    return $ok;
  }
  unless (@methods) {
    my $ok = $tb->ok(0, "$class->can(...)");
    $tb->diag('    can_ok() called with no methods');
    return $ok;
  }
  my @missing = grep { my $method = $_; !$tb->_try(sub { $thing->can($method) }) } @methods;
  my $ok = $tb->ok(!@missing, @methods == 1 ? "$class->can('$methods[0]')" : "$class->can(...)");
  $tb->diag(map { "    $class->can('$_') failed\n" } @missing);
  return $ok;
}

# How isa_ok speaks of a thing: (name in the test's title, start of the diagnostic).
sub _described {
  my ($thing, $name) = @_;
  return ("'$name'", "'$name'")                     if defined $name;
  return ('undef', 'undef')                         if !defined $thing;
  return ("The class (or class-like) '$thing'") x 2 if !ref $thing;
  my $type = ref $thing;
  return ("An object of class '$type'", "The object of class '$type'") if Scalar::Util::blessed($thing);
  return ("A reference of type '$type'", "The reference of type '$type'");
}

sub isa_ok ($;$$) {
  my ($thing, $class, $thing_name) = @_;
  my $tb = Test::More->builder;
  my ($is, $error) = $tb->_try(sub { $thing->isa($class) });
  if ($error and $error !~ /^Can't (locate|call) method "isa"/) {
    my $kind = !defined $thing ? 'undef' : !ref $thing ? 'class' : Scalar::Util::blessed($thing) ? 'object' : 'reference';
    die "WHOA! I tried to call ->isa on your $kind and got some weird error.\nHere's the error.\n$error\n";
  }
  $is = UNIVERSAL::isa($thing, $class) if ref $thing and !Scalar::Util::blessed($thing);
  my ($title, $subject) = _described($thing, $thing_name);
  my $ok = $tb->ok($is ? 1 : 0, "$title isa '$class'");
  $tb->diag('    ' . (defined $thing ? "$subject isn't a '$class'" : "$subject isn't defined") . "\n") unless $is;
  return $ok;
}

sub new_ok {
  my $tb = Test::More->builder;
  $tb->croak('new_ok() must be given at least a class') unless @_;
  my ($class, $arguments, $object_name) = @_;
  my $object;
  my ($made, $error) = $tb->_try(sub { $object = $class->new(@{ $arguments || [] }); 1 });
  if ($made) {
    local $Test::Builder::Level = $Test::Builder::Level + 1;
    isa_ok($object, $class, $object_name);
  } else {
    $class = 'undef' unless defined $class;
    $tb->ok(0, "$class->new() died");
    $tb->diag("    Error was:  $error");
  }
  return $object;
}

# String eval that leaves $@, $! and %SIG alone. What the code needs while it is compiled is in @Eval_Args.
our @Eval_Args;

sub _eval {
  (my $code, local @Eval_Args) = @_;
  my ($result, $error, $handler);
  {
    local ($@, $!, $SIG{__DIE__});
    $result  = eval $code;
    $error   = $@;
    $handler = $SIG{__DIE__} || undef;
  }
  $SIG{__DIE__} = $handler if defined $handler;
  return ($result, $error);
}

sub require_ok ($) {
  my ($module) = @_;
  my $tb = Test::More->builder;
  my $package = caller;
  (my $bare = $module) =~ s/\b::\b//g;
  $module = "'$module'" unless $bare =~ /^[a-zA-Z]\w*$/;
  my ($done, $error) = _eval("package $package;\nrequire $module;\n1;\n");
  my $ok = $tb->ok($done, "require $module;");
  return $ok if $ok;
  chomp $error;
  $tb->diag("    Tried to require '$module'.\n    Error:  $error\n");
  return $ok;
}

sub use_ok ($;@) {
  my ($module, @imports) = @_;
  my $tb = Test::More->builder;
  my ($package, $file, $line, $bits) = (caller 0)[0 .. 2, 9];
  $file =~ tr/\n\r/_/;
  my $list = @imports == 1 && $imports[0] =~ /^\d+(?:\.\d+)?$/ ? $imports[0] : '@{$Test::More::Eval_Args[0]}';
  my ($done, $error) = _eval(
    "package $package;\nBEGIN { \${^WARNING_BITS} = \$Test::More::Eval_Args[1] if defined \$Test::More::Eval_Args[1] }\n#line $line $file\nuse $module $list;\n1;\n",
    \@imports, $bits,
  );
  my $ok = $tb->ok($done, "use $module;");
  return $ok if $ok;
  chomp $error;
  $tb->diag("    Tried to use '$module'.\n    Error:  $error\n");
  return $ok;
}

sub skip {
  my ($why, $how_many) = @_;
  my $tb = Test::More->builder;
  unless (defined $how_many) {
    my $plan = $tb->has_plan;
    _carp('skip() needs to know $how_many tests are in the block') if $plan and $plan =~ /^\d+$/;
    $how_many = 1;
  }
  if ($how_many =~ /\D/) {
    _carp('skip() was passed a non-numeric number of tests.  Did you get the arguments backwards?');
    $how_many = 1;
  }
  $tb->skip($why) for 1 .. $how_many;
  no warnings 'exiting';
  last SKIP;
}

sub todo_skip {
  my ($why, $how_many) = @_;
  my $tb = Test::More->builder;
  unless (defined $how_many) {
    _carp('todo_skip() needs to know $how_many tests are in the block') unless ($tb->has_plan || '') eq 'no_plan';
    $how_many = 1;
  }
  $tb->todo_skip($why) for 1 .. $how_many;
  no warnings 'exiting';
  last TODO;
}

1;
