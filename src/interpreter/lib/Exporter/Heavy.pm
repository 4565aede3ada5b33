package Exporter::Heavy;
# The rest of Exporter: tags, negations, patterns, version numbers, names that fail, and the error texts.
use strict;
no strict 'refs';

our $VERSION = '5.77';

sub complain {
  require Carp;
  local $Carp::CarpLevel = 1;
  Carp::carp(@_);
}

sub refuse {
  require Carp;
  Carp::croak(@_);
}

# Reads the lists of a package into its cache anew.
sub known_names {
  my ($package) = @_;
  my %known;
  for (@{"${package}::EXPORT"}, @{"${package}::EXPORT_OK"}) {
    s/^&//;
    $known{$_} = 1;
  }
  %{ $Exporter::Cache{$package} ||= {} } = %known;
  return $Exporter::Cache{$package};
}

# The names one word of an import list stands for; undef (after a warning) for an unknown tag.
sub names_of_word {
  my ($package, $word) = @_;
  if ($word =~ /^:(.*)/s) {
    my $tag = $1;
    return @{"${package}::EXPORT"} if $tag eq 'DEFAULT';
    my $names = ${"${package}::EXPORT_TAGS"}{$tag};
    return @$names if $names;
    complain(qq["$tag" is not defined in %${package}::EXPORT_TAGS]);
    return undef;
  }
  if ($word =~ m{^/(.*)/$}s) {
    my $pattern = $1;
    return grep { /$pattern/ } keys %{ $Exporter::Cache{$package} };
  }
  return $word;
}

# An import list with tags, patterns or negations as plain names; the second result counts errors.
sub expand {
  my ($package, @words) = @_;
  unshift @words, ':DEFAULT' if $words[0] =~ /^!/;
  my (%wanted, @order);
  my $errors = 0;
  for my $spec (@words) {
    my $word = $spec;
    my $not  = $word =~ s/^!//;
    my @names = names_of_word($package, $word);
    if (@names == 1 and !defined $names[0]) { $errors++; next }
    if ($not) { delete @wanted{@names}; next }
    for (@names) { push @order, $_ unless $wanted{$_}++ }
  }
  return ([grep { delete $wanted{$_} } @order], $errors);
}

# Checks each name against the package's lists; handles version numbers. Returns the names to import.
sub check_names {
  my ($package, $names, $errors, $fresh) = @_;
  my $known = $Exporter::Cache{$package};
  my @complaints;
  for my $name (@$names) {
    next if $known->{$name};
    if ($name =~ /^\d/) {
      $package->VERSION($name);
      return @{"${package}::EXPORT"} if @$names == 1;
      return () if @$names == 2 and !$names->[1];
      next;
    }
    (my $plain = $name) =~ s/^&//;
    next if $plain ne $name and $known->{$plain};
    if (!$fresh) { $known = known_names($package); $fresh = 1 }
    next if $known->{$plain};
    push @complaints, qq["$plain" is not exported by the $package module];
  }
  refuse(join "\n", @complaints, "Can't continue after import errors") if @complaints or $errors;
  return grep { !/^\d/ } @$names;
}

# Names in @EXPORT_FAIL go through the package's export_fail method first.
sub check_failing {
  my ($package, @names) = @_;
  my $fail = \@{"${package}::EXPORT_FAIL"};
  return unless @$fail;
  my %failing = map { /^\w/ ? ($_ => 1, "&$_" => 1) : ($_ => 1) } @$fail;
  my @failed = grep { $failing{$_} } @names or return;
  @failed = $package->export_fail(@failed) or return;
  require Carp;
  Carp::carp(qq["$_" is not implemented by the $package module ], 'on this architecture') for @failed;
  refuse("Can't continue after import errors");
}

sub install {
  my ($package, $target, $symbol) = @_;
  my ($type, $name) = $symbol =~ /^(\W)(.*)/s ? ($1, $2) : ('&', $symbol);
  *{"${target}::$name"}
    = $type eq '&' ? \&{"${package}::$name"}
    : $type eq '$' ? \${"${package}::$name"}
    : $type eq '@' ? \@{"${package}::$name"}
    : $type eq '%' ? \%{"${package}::$name"}
    : $type eq '*' ? *{"${package}::$name"}
    :                refuse("Can't export symbol: $type$name");
}

sub heavy_export {
  my ($package, $target, @words) = @_;
  my @names;
  if (@words) {
    my $fresh = !%{ $Exporter::Cache{$package} ||= {} };
    known_names($package) if $fresh;
    my ($expanded, $errors) = grep({ m{^[/!:]} } @words) ? expand($package, @words) : (\@words, 0);
    @names = check_names($package, $expanded, $errors, $fresh);
  } else {
    @names = @{"${package}::EXPORT"};
  }
  check_failing($package, @names);
  my $outer = $SIG{__WARN__};
  local $SIG{__WARN__} = sub {
    local $SIG{__WARN__} = $outer;
    my $text = shift;
    $text =~ s/ at \S*Exporter\S*\.pm line \d+.*\n//s ? complain($text) : warn $text;
  };
  install($package, $target, $_) for @names;
}

sub heavy_export_to_level {
  my ($package, $level, undef, @words) = @_;
  $package->export(scalar caller($level), @words);
}

sub push_tags {
  my ($package, $variable, @tags) = @_;
  my $tags = \%{"${package}::EXPORT_TAGS"};
  my @strange;
  for my $tag (@tags ? @tags : keys %$tags) {
    push @strange, $tag unless $tags->{$tag};
    push @{"${package}::$variable"}, $tags->{$tag} ? @{ $tags->{$tag} } : $tag;
  }
  complain(join(', ', @strange) . " are not tags of $package") if @strange and $^W;
}

sub heavy_export_tags    { push_tags(scalar caller, 'EXPORT',    @_) }
sub heavy_export_ok_tags { push_tags(scalar caller, 'EXPORT_OK', @_) }

1;
