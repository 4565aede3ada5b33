package Text::Abbrev;
# All unambiguous abbreviations of words (perldoc Text::Abbrev).
use strict;
require Exporter;

our $VERSION = '1.02';
our @ISA     = ('Exporter');
our @EXPORT  = ('abbrev');

sub abbrev {
  my $given = ref $_[0] ? shift : ref \$_[0] eq 'GLOB' ? \%{ shift() } : undef;
  my $table = $given || {};
  %$table = ();
  my %uses;
  for my $word (@_) {
    for my $length (reverse 1 .. length($word) - 1) {
      my $short = substr $word, 0, $length;
      my $count = ++$uses{$short};
      if    ($count == 1) { $table->{$short} = $word }
      elsif ($count == 2) { delete $table->{$short} }
    }
  }
  $table->{$_} = $_ for @_;
  return wantarray ? %$table : $table;
}

1;
