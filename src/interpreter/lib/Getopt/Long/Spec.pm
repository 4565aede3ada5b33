package Getopt::Long::Spec;
# Option specifications such as `length|l=i@{1,2}` (perldoc Getopt::Long, "Summary of Option Specifications").
use strict;
use warnings;

my $SPEC = qr/^
  ( (?: \w+[-\w]* ) (?: \| (?: \? | \w[-\w]* ) )* )?
  ( !
  | \+
  | [=:][ionfs][@%]?(?:\{\d*,?\d*\})?
  | :(?:0[0-7]+|0[xX][0-9a-fA-F]+|0[bB][01]+|-?\d+|\+)[@%]?
  )?
$/x;

# One specification as { names, type, destination, ... }; a message instead if it is wrong.
sub parse {
  my ($text) = @_;
  return "Error in option spec: \"$text\"\n" unless $text =~ $SPEC;
  my ($names, $rest) = ($1, defined $2 ? $2 : '');
  my @names = defined $names ? split /\|/, $names : ('');
  my %spec = (names => \@names, name => $names[0], type => '', mandatory => 0, dest => '$', negatable => 0);
  if    ($rest eq '!') { $spec{negatable} = 1; $spec{type} = '!' }
  elsif ($rest eq '+') { $spec{type} = '+' }
  elsif ($rest =~ /^([=:])([ionfs])([@%])?(?:\{(\d+)?(,)?(\d+)?\})?$/) {
    @spec{qw(mandatory type)} = ($1 eq '=' ? 1 : 0, $2 eq 'n' ? 'i' : $2);
    $spec{dest} = $3 if defined $3;
    my ($least, $comma, $most) = ($4, $5, $6);
    if ($rest =~ /\{/) {
      return "Invalid option spec: \"$text\"\n" if defined $most and defined $least and $most < $least;
      $spec{least} = defined $least ? $least : 0;
      $spec{most}  = $comma ? (defined $most ? $most : -1) : $least;
    }
    $spec{repeats} = 1 if $rest =~ /\{/;
  }
  elsif ($rest =~ /^:\+([@%])?$/) { @spec{qw(type increment)} = ('i', 1); $spec{dest} = $1 if defined $1 }
  elsif ($rest =~ /^:(.+?)([@%])?$/) {
    my $default = $1;
    $spec{dest} = $2 if defined $2;
    $default = oct $default if $default =~ /^0[0-7xXbB]/;
    @spec{qw(type default)} = ('i', $default);
  }
  return \%spec;
}

# Enters a specification into the table under all its names (lower case if case doesn't matter).
sub enter {
  my ($table, $spec, $config) = @_;
  for my $name (@{ $spec->{names} }) {
    my $key = fold($name, $config);
    $table->{$key} = { %$spec, negated => 0 };
    next unless $spec->{negatable};
    $table->{ fold("no$name", $config) }  = { %$spec, negated => 1 };
    $table->{ fold("no-$name", $config) } = { %$spec, negated => 1 };
  }
}

sub fold {
  my ($name, $config) = @_;
  return $name unless $config->{ignorecase};
  return $name if $config->{bundling} and length $name == 1 and $config->{ignorecase} < 2;
  return lc $name;
}

1;
