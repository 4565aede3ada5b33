package Getopt::Long::Scanner;
# Reads the command line against a table of options, and stores what it finds.
use strict;
use warnings;

my $INTEGER  = qr/^[-+]?\d+\z/;
my $EXTENDED = qr/^[-+]?(?:[1-9]\d*|0[xX][0-9a-fA-F]+|0[bB][01]+|0[0-7]*)\z/;
my $FLOAT    = qr/^[-+]?(?=\d|\.\d)\d*(?:\.\d*)?(?:[eE][-+]?\d+)?\z/;
# The numbers that bundled letters may begin with.
my %LEADING  = (
  i => qr/[-+]?\d++/,
  o => qr/[-+]?(?:0[xX][0-9a-fA-F]++|0[bB][01]++|0[0-7]*+|[1-9]\d*+)/,
  f => qr/[-+]?(?=\d|\.\d)\d*+(?:\.\d*+)?(?:[eE][-+]?\d+)?/,
);
my %WANTED   = (i => 'number', o => 'extended number', f => 'real number', s => 'string');

sub scan {
  my ($package, $argv, @specs) = @_;
  my $config = \%Getopt::Long::config;
  my $run = { config => $config, package => $package, argv => $argv, table => {}, link => {}, errors => 0, skipped => [] };
  my $userhash = @specs && ref $specs[0] && UNIVERSAL::isa($specs[0], 'HASH') && ref $specs[0] ne 'CODE' ? shift @specs : undef;
  $run->{hash} = $userhash;
  my $problem = declare($run, @specs);
  die $problem if $problem ne '';
  auto_options($run);
  my @permuted;
  while (@$argv) {
    my $word = shift @$argv;
    if (!defined $word) { push @permuted, $word; next }
    if ($word eq '--') {
      unshift @$argv, '--' if $config->{passthrough};
      last;
    }
    next if option($run, $word, \@permuted);
    if ($run->{link}{'<>'} and $config->{order} == $Getopt::Long::PERMUTE and !delete $run->{pass}) {
      call($run, '<>', $run->{link}{'<>'}, $word);
      last if delete $run->{finish};
      next;
    }
    delete $run->{pass};
    if ($config->{order} == $Getopt::Long::PERMUTE) { push @permuted, $word; next }
    unshift @$argv, $word;
    last;
  }
  unshift @$argv, @permuted if @permuted;
  return $run->{errors} == 0;
}

# Reads the specifications and their destinations.
sub declare {
  my ($run, @specs) = @_;
  my $problem = '';
  while (@specs) {
    my $text = shift @specs;
    unless (defined $text) { $problem .= "Undefined argument in option spec\n"; next }
    $text = $2 if $text =~ /^$run->{config}{prefix}+(.+)$/s;
    if ($text eq '<>') {
      my $code = $specs[0];
      if (!defined $code or ref $code ne 'CODE') {
        $problem .= "Option spec <> requires a reference to a subroutine\n";
        shift @specs if ref $code;
        next;
      }
      $run->{link}{'<>'} = shift @specs;
      next;
    }
    my $spec = Getopt::Long::Spec::parse($text);
    if (!ref $spec) { $problem .= $spec; shift @specs if ref $specs[0]; next }
    if ($spec->{repeats} and $run->{config}{bundling}) {
      $problem .= "Cannot repeat while bundling: \"$text\"\n";
      shift @specs if ref $specs[0];
      next;
    }
    Getopt::Long::Spec::enter($run->{table}, $spec, $run->{config});
    my $name = $spec->{name};
    if (@specs and ref $specs[0]) {
      my $target = shift @specs;
      my $kind = ref $target;
      $kind = 'CODE' if UNIVERSAL::isa($target, 'CODE');
      $problem .= "Invalid option linkage for \"$text\"\n" unless $kind =~ /^(SCALAR|REF|ARRAY|HASH|CODE|LVALUE)$/ or UNIVERSAL::isa($target, 'SCALAR');
      $run->{link}{$name} = $target;
      next;
    }
    next if $run->{hash};
    no strict 'refs';
    (my $variable = "$run->{package}::opt_$name") =~ s/[^\w:]/_/g;
    $run->{link}{$name} = $spec->{dest} eq '@' ? \@$variable : $spec->{dest} eq '%' ? \%$variable : \$$variable;
  }
  return $problem;
}

sub auto_options {
  my ($run) = @_;
  my %auto = (auto_version => ['version', sub { Getopt::Long::VersionMessage() }], auto_help => ['help', sub { Getopt::Long::HelpMessage() }]);
  for my $switch (keys %auto) {
    my ($name, $code) = @{ $auto{$switch} };
    next if !$run->{config}{$switch} or $run->{table}{$name};
    my $spec = Getopt::Long::Spec::parse($name eq 'help' ? 'help|?' : $name);
    Getopt::Long::Spec::enter($run->{table}, $spec, $run->{config});
    $run->{link}{$name} = $code;
  }
}

sub complain {
  my ($run, $message) = @_;
  warn $message;
  $run->{errors}++;
  return 1;
}

# Something is wrong with an option: others may understand it, if options may pass through.
sub refuse {
  my ($run, $message) = @_;
  return complain($run, $message) unless $run->{config}{passthrough};
  $run->{pass} = 1;
  return 0;
}

# Handles one word of the command line; false if it is no option (or is passed through).
sub option {
  my ($run, $word) = @_;
  my $config = $run->{config};
  return 0 unless $word =~ /^($config->{prefix})(.*)$/s;
  my ($prefix, $rest) = ($1, substr $word, length $1);
  return 0 if $rest eq '' and !exists $run->{table}{''};
  my $long = $prefix =~ /^$config->{longprefix}$/;
  my ($name, $value) = ($rest, undef);
  if ($long || $config->{bundling} != 1 and $rest =~ /^([^=]*)=(.*)$/s) { ($name, $value) = ($1, $2) if $1 ne '' }
  return bundle($run, $prefix, $rest) if $config->{bundling} and !$long and bundled($run, $name);
  my ($spec, $full) = find($run, $name);
  if (!defined $spec) {
    if ($config->{passthrough}) { $run->{pass} = 1; return 0 }
    return 1 if $full;
    return complain($run, 'Unknown option: ' . ($config->{ignorecase} ? lc $name : $name) . "\n");
  }
  return take($run, $spec, $full, $value, defined $value, $prefix);
}

# With bundling, `-abc` means -a -b -c unless (bundling_override) abc is an option.
sub bundled {
  my ($run, $name) = @_;
  return 1 if $run->{config}{bundling} == 1;
  return !exists $run->{table}{ Getopt::Long::Spec::fold($name, $run->{config}) };
}

sub bundle {
  my ($run, $prefix, $rest) = @_;
  my $config = $run->{config};
  while ($rest ne '') {
    my $letter = substr $rest, 0, 1;
    $rest = substr $rest, 1;
    my $spec = $run->{table}{ Getopt::Long::Spec::fold($letter, $config) };
    if (!$spec) {
      if ($config->{passthrough}) { unshift @{ $run->{argv} }, (); $run->{pass} = 1; return 0 }
      return complain($run, "Unknown option: $letter$rest\n") if $config->{bundling} == 2;
      complain($run, "Unknown option: $letter\n");
      next;
    }
    if ($spec->{type} eq '' or $spec->{type} =~ /^[!+]$/) {
      if ($config->{bundling_values} and $rest ne '') { complain($run, "Option $letter does not take an argument\n"); return 1 }
      take($run, $spec, $letter, undef, 0, $prefix);
      next;
    }
    my $value = $rest;
    $value =~ s/^=// if $config->{gnu_compat};
    if (!$spec->{mandatory} and $rest ne '' and $spec->{type} eq 'i' and $value !~ /^[-+]?\d/) {
      take($run, $spec, $letter, undef, 0, $prefix, 1);
      next;
    }
    # What follows a number is letters again, and so is what should have been one.
    if ($LEADING{ $spec->{type} } and $rest ne '' and dest($run, $spec) ne '%') {
      (my $number, $rest) = $value =~ /^($LEADING{ $spec->{type} })(.*)$/s ? ($1, $2) : ($value, $value);
      take($run, $spec, $letter, $number, 1, $prefix);
      next;
    }
    take($run, $spec, $letter, $rest ne '' ? $value : undef, $rest ne '', $prefix);
    return 1;
  }
  return 1;
}

# The option that a name or abbreviation means, and its whole name; (undef, 1) after an ambiguity has been reported.
sub find {
  my ($run, $name) = @_;
  my ($config, $table) = @$run{qw(config table)};
  my $key = $config->{ignorecase} ? lc $name : $name;
  $key = $name if $config->{bundling} and length $name == 1 and $config->{ignorecase} < 2;
  return ($table->{$key}, $key) if exists $table->{$key};
  return unless $config->{autoabbrev} and $name ne '';
  my @hits = grep { index($_, $key) == 0 and !($config->{bundling} and length == 1) } sort keys %$table;
  my %meant = map { (($table->{$_}{negated} ? 'no' : '') . $table->{$_}{name}) => $_ } @hits;
  if (keys %meant == 1) { return map { ($table->{ $meant{$_} }, $_) } keys %meant }
  if (keys %meant > 1) {
    return if $config->{passthrough};
    complain($run, "Option $name is ambiguous (" . join(', ', @hits) . ")\n");
    return (undef, 1);
  }
  return;
}

# Does the next word look like an option rather than a value?
sub looks_like_option {
  my ($run, $word) = @_;
  return 0 if $word eq '-';
  return $word =~ /^$run->{config}{prefix}./ ? 1 : 0;
}

sub take {
  my ($run, $spec, $given, $value, $has_value, $prefix, $no_next) = @_;
  my $type = $spec->{type};
  if ($type eq '' or $type eq '!' or $type eq '+') {
    return refuse($run, "Option $given does not take an argument\n") if $has_value;
    return increment($run, $spec) if $type eq '+';
    return store($run, $spec, $spec->{negated} ? 0 : 1, $given);
  }
  my $argv = $run->{argv};
  if (!$has_value) {
    my $next = $no_next ? undef : $argv->[0];
    my $usable = defined $next && usable($run, $spec, $next);
    if (!$usable) {
      if ($spec->{mandatory} and !($spec->{repeats} and !$spec->{least})) {
        return refuse($run, "Option $given requires an argument\n");
      }
      return increment($run, $spec) if $spec->{increment};
      return 1 if $spec->{repeats};
      return store($run, $spec, defined $spec->{default} ? $spec->{default} : $type eq 's' ? '' : 0, $given);
    }
    $value = shift @$argv;
  } elsif ($value eq '' and !$spec->{mandatory} and $type ne 's') {
    return store($run, $spec, defined $spec->{default} ? $spec->{default} : 0, $given);
  } elsif ($value eq '' and $spec->{mandatory} and $type ne 's' || !$run->{config}{gnu_compat}) {
    return refuse($run, "Option $given requires an argument\n");
  }
  if ($run->{config}{passthrough} and dest($run, $spec) ne '%' and !valid($spec->{type}, $value)) {
    unshift @$argv, $value unless $has_value;
    return refuse($run);
  }
  return 1 unless accept_value($run, $spec, $given, $value);
  my $count = 1;
  while ($spec->{repeats} and ($spec->{most} < 0 or $count < $spec->{most}) and @$argv and defined $argv->[0]) {
    last if $argv->[0] eq '--' or looks_like_option($run, $argv->[0]) && !($spec->{type} ne 's' && valid($spec->{type}, $argv->[0]));
    last if $count >= ($spec->{least} || 0) and $spec->{type} ne 's' and !valid($spec->{type}, $argv->[0]);
    last unless accept_value($run, $spec, $given, shift @$argv);
    $count++;
  }
  complain($run, "Insufficient arguments for option $given\n") if $spec->{repeats} and $count < ($spec->{least} || 0) and $run->{errors} == 0;
  return 1;
}

sub usable {
  my ($run, $spec, $next) = @_;
  my $type = $spec->{type};
  if ($type eq 's') {
    return 1 if $spec->{mandatory};
    return 0 if $next eq '--';
    return !looks_like_option($run, $next);
  }
  return 0 if $next eq '--' and !$spec->{mandatory};
  return valid($type, $next) if !$spec->{mandatory};
  return valid($type, $next) || !looks_like_option($run, $next);
}

sub valid {
  my ($type, $value) = @_;
  return $type eq 's' || ($type eq 'i' ? $value =~ $INTEGER : $type eq 'o' ? $value =~ $EXTENDED : $value =~ $FLOAT);
}

# Checks a value (`key=value` for hashes) and stores it.
sub accept_value {
  my ($run, $spec, $given, $value) = @_;
  my $key;
  if (dest($run, $spec) eq '%') {
    ($key, my $part) = $value =~ /^([^=]*)=(.*)$/s ? ($1, $2) : ($value, undef);
    $value = defined $part ? $part
      : $spec->{mandatory} ? undef : defined $spec->{default} ? $spec->{default} : $spec->{type} eq 's' ? '' : 1;
    if (!defined $value) { complain($run, "Option $given, key \"$key\", requires a value\n"); return 0 }
  }
  if (!valid($spec->{type}, $value)) {
    my $what = $WANTED{ $spec->{type} };
    complain($run, "Value \"$value\" invalid for option $given ($what expected)\n");
    return 0;
  }
  $value = oct_value($value) if $spec->{type} eq 'o';
  $value += 0 if $spec->{type} eq 'i';
  store($run, $spec, $value, $given, $key);
  return 1;
}

sub oct_value {
  my ($text) = @_;
  my ($sign, $digits) = $text =~ /^([-+]?)(.*)$/;
  my $number = $digits =~ /^0/ ? oct $digits : $digits;
  return $sign eq '-' ? -$number : $number;
}

sub dest {
  my ($run, $spec) = @_;
  my $target = $run->{link}{ $spec->{name} };
  return $spec->{dest} if $spec->{dest} ne '$' or !ref $target;
  return ref $target eq 'ARRAY' ? '@' : ref $target eq 'HASH' ? '%' : '$';
}

sub call {
  my ($run, $name, $code, @values) = @_;
  my $object = $name eq '<>' ? shift @values : Getopt::Long::CallBack->new(name => $name, given => $name);
  my $done = do {
    local $@;
    local $SIG{__DIE__} = 'DEFAULT';
    my $ok = eval { &$code($object, @values); 1 };
    $ok ? '' : $@ || 'died';
  };
  return 1 if $done eq '';
  if ($done =~ /^!/) {
    if ($done =~ /^!FINISH\b/) { unshift @{ $run->{argv} }, '--'; $run->{finish} = 1 }
    return 1;
  }
  return complain($run, $done);
}

sub increment {
  my ($run, $spec) = @_;
  my $name = $spec->{name};
  my $target = $run->{link}{$name};
  if (!ref $target) { $run->{hash}{$name} = ($run->{hash}{$name} || 0) + 1 }
  elsif (ref $target eq 'CODE') { call($run, $name, $target, 1) }
  else { $$target = ($$target || 0) + 1 }
  return 1;
}

sub store {
  my ($run, $spec, $value, $given, $key) = @_;
  my $name = $spec->{name};
  my $target = $run->{link}{$name};
  my $dest = dest($run, $spec);
  if (!ref $target) {
    my $hash = $run->{hash};
    if (ref $hash->{$name} and $dest eq '$' and ref $hash->{$name} eq 'CODE') { return call($run, $name, $hash->{$name}, $value) }
    if (ref $hash->{$name} eq 'SCALAR' and $dest eq '$') { ${ $hash->{$name} } = $value }
    elsif ($dest eq '@' or ref $hash->{$name} eq 'ARRAY') { push @{ $hash->{$name} }, $value }
    elsif ($dest eq '%' or ref $hash->{$name} eq 'HASH' and defined $key) { $hash->{$name}{$key} = $value }
    else { $hash->{$name} = $value }
    return 1;
  }
  if (UNIVERSAL::isa($target, 'CODE')) { return call($run, $name, $target, defined $key ? ($key, $value) : $value) }
  if (ref $target eq 'ARRAY')   { push @$target, $value }
  elsif (ref $target eq 'HASH') { $target->{$key} = $value }
  elsif ($dest eq '@')          { ref $$target eq 'ARRAY' ? push(@$$target, $value) : ($$target = [$value]) }
  elsif ($dest eq '%')          { ref $$target eq 'HASH' ? ($$target->{$key} = $value) : ($$target = { $key => $value }) }
  else                          { $$target = $value }
  return 1;
}

1;
