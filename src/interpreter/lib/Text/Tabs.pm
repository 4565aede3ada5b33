package Text::Tabs;
# Tabs to blanks and back (perldoc Text::Tabs).
use strict;
require Exporter;

our $VERSION = '2024.001';
our @ISA     = ('Exporter');
our @EXPORT  = qw(expand unexpand $tabstop);
our $tabstop = 8;
our $debug   = 0;

sub expand {
  my @lines;
  for my $text (@_) {
    my $out = '';
    for my $line (split /^/m, $text, -1) {
      my $offset = 0;
      $line =~ s{^([^\t]*)\t}{ $1 . ' ' x ($tabstop - length($1) % $tabstop) }e while index($line, "\t") >= 0;
      $out .= $line;
    }
    push @lines, $out;
  }
  return wantarray ? @lines : $lines[0];
}

sub unexpand {
  my @texts = @_;
  for my $text (@texts) {
    my @lines = split /\n/, $text, -1;
    for my $line (@lines) {
      my $plain = expand($line);
      my @chunks = $plain =~ /.{1,$tabstop}/gs;
      my $last = @chunks && length $chunks[-1] < $tabstop ? pop @chunks : '';
      $last = "\t" if $last eq ' ' x $tabstop;
      s/  +$/\t/ for @chunks;
      $line = join '', @chunks, $last;
    }
    $text = join "\n", @lines;
  }
  return wantarray ? @texts : $texts[0];
}

1;
