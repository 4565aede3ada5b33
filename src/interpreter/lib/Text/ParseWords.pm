package Text::ParseWords;
# Splits text at delimiters outside quotes (perldoc Text::ParseWords).
use strict;
require Exporter;

our $VERSION   = '3.31';
our @ISA       = ('Exporter');
our @EXPORT    = qw(shellwords quotewords nested_quotewords parse_line);
our @EXPORT_OK = qw(old_shellwords);
our $PERL_SINGLE_QUOTE;

sub shellwords {
  my @lines = @_ ? @_ : ($_);
  s/^\s+// for @lines;
  return quotewords('\s+', 0, @lines);
}

sub quotewords {
  my ($delimiter, $keep, @lines) = @_;
  my @all;
  for my $line (@lines) {
    my @words = parse_line($delimiter, $keep, $line);
    return () unless @words or !length $line;
    push @all, @words;
  }
  return @all;
}

sub nested_quotewords {
  my ($delimiter, $keep, @lines) = @_;
  my @all;
  for my $i (0 .. $#lines) {
    @{ $all[$i] } = parse_line($delimiter, $keep, $lines[$i]);
    return () unless @{ $all[$i] } or !length $lines[$i];
  }
  return @all;
}

sub parse_line {
  my ($delimiter, $keep, $line) = @_;
  my ($word, @pieces);
  no warnings 'uninitialized';
  while (length $line) {
    $line =~ s/^
      (?:
        (") ((?:[^"\\] | \\.)*) "
      | (') ((?:[^'\\] | \\.)*) '
      | (\\.?)
      | ((?: (?!$delimiter) [^\\'"] )+)
      | ((?:$delimiter))
      )//xs or return;
    my ($q2, $in2, $q1, $in1, $escaped, $plain, $found) = ($1, $2, $3, $4, $5, $6, $7);
    return () unless length "$q2$q1$escaped$plain$found";
    if ($keep) {
      $word .= defined $q2 ? qq("$in2") : defined $q1 ? "'$in1'" : "$escaped$plain";
    } else {
      $plain .= defined $escaped ? substr($escaped, 1) : '';
      $in2 =~ s/\\(.)/$1/sg;
      if ($PERL_SINGLE_QUOTE) { $in1 =~ s/\\([\\'])/$1/g }
      else                    { $in1 =~ s/\\(.)/$1/sg unless !defined $in1 }
      $word .= defined $q2 ? $in2 : defined $q1 ? $in1 : $plain;
    }
    if (length $found) {
      push @pieces, $word;
      push @pieces, $found if $keep eq 'delimiters';
      undef $word;
    }
    push @pieces, $word if !length $line;
  }
  return @pieces;
}

sub old_shellwords { return shellwords(@_) }

1;
