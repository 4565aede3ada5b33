package Golden;
# Runs small programs and compares what they print, and their exit status, with what was recorded from real perl.
# `record.pl` in this folder makes the records anew.
use strict;
use warnings;
use File::Basename 'basename';

# Everything a program does: standard output, standard error, exit status; without what legitimately differs.
sub behaviour {
  my ($program) = @_;
  my $errors = "$program.$$.err";
  local @ENV{qw(HARNESS_ACTIVE HARNESS_IS_VERBOSE)};
  delete @ENV{qw(HARNESS_ACTIVE HARNESS_IS_VERBOSE)};
  my $out = qx{$^X $program 2>$errors </dev/null};
  my $status = $? >> 8;
  open my $handle, '<', $errors or die "$errors: $!";
  my $err = do { local $/; <$handle> };
  close $handle;
  unlink $errors;
  my $text = join '', $out, "--- errors\n", defined $err ? $err : '', "--- exit $status\n";
  for ($text) {
    s/0x[0-9a-f]+/ADDRESS/g;
    s/\(eval \d+\)/(eval N)/g;
    s/ in \@INC .*/ in \@INC/g;
    s{[\w./-]+/([\w-]+\.pl)\b}{$1}g;
    s{at \S*/(?:Test/More|Exporter/Heavy|POSIX|Data/Dumper)\.pm line \d+}{at MODULE line N}g;
  }
  return $text;
}

sub record_of { my ($program) = @_; (my $file = $program) =~ s/\.pl\z/.expected/; return $file }

sub recorded {
  my ($program) = @_;
  open my $handle, '<', record_of($program) or return '';
  local $/;
  return scalar <$handle>;
}

sub programs { my ($folder) = @_; return sort glob "$folder/*.pl" }

sub compare_all {
  my ($folder) = @_;
  require Test::More;
  for my $program (programs($folder)) {
    my ($got, $expected) = (behaviour($program), recorded($program));
    Test::More::ok($got eq $expected, basename $program) or show_difference($got, $expected);
  }
}

# The first line that differs, with its neighbours.
sub show_difference {
  my @got      = split /^/, $_[0];
  my @expected = split /^/, $_[1];
  my $i = 0;
  $i++ while $i < @got and $i < @expected and $got[$i] eq $expected[$i];
  Test::More::diag(sprintf 'line %d: got %sexpected %s', $i + 1, map { defined $_ ? $_ : "nothing\n" } $got[$i], $expected[$i]);
}

1;
