package open;
# Layers for all handles opened from here on (perldoc open): the standard ones at once, others through ${^OPEN}.
use strict;
use warnings;

our $VERSION = '1.13';

sub import {
  my ($class, @args) = @_;
  die "open: needs explicit list of PerlIO layers\n" unless @args;
  my ($in, $out, $std) = ('', '', 0);
  my ($had_in, $had_out) = split /\0/, defined ${^OPEN} ? ${^OPEN} : "\0", 2;
  ($in, $out) = ($had_in, defined $had_out ? $had_out : '');
  while (@args) {
    my $word = shift @args;
    if ($word eq ':std') { $std = 1; next }
    if ($word =~ /^:/) { ($in, $out) = ($word, $word); next }
    my $layers = shift @args;
    if (!defined $layers) { require Carp; Carp::croak("open: Unknown layer class '$word'") }
    $layers = ":$layers" unless $layers =~ /^:/;
    if    ($word eq 'IN')  { $in = $layers }
    elsif ($word eq 'OUT') { $out = $layers }
    elsif ($word eq 'IO')  { ($in, $out) = ($layers, $layers) }
    else { require Carp; Carp::croak("open: Unknown layer class '$word'") }
  }
  ${^OPEN} = join "\0", $in, $out;
  return unless $std;
  binmode STDIN, $in if $in ne '';
  if ($out ne '') { binmode $_, $out for \*STDOUT, \*STDERR }
}

1;
