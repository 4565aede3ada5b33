package Benchmark;
# Measures running times (perldoc Benchmark).
use strict;
use Carp;
use Time::HiRes ();
require Exporter;

our $VERSION     = '1.25';
our @ISA         = ('Exporter');
our @EXPORT      = qw(timeit timethis timethese timediff timestr);
our @EXPORT_OK   = qw(timesum cmpthese countit clearcache clearallcache disablecache enablecache);
our %EXPORT_TAGS = (all => [@EXPORT, @EXPORT_OK], hireswallclock => []);

sub import { my $class = shift; Benchmark->export_to_level(1, $class, grep { $_ ne ':hireswallclock' } @_) }

# A time: real, user, system, children's user and system, iterations.
sub new     { return bless [Time::HiRes::time(), (times)[0 .. 3], 0], $_[0] }
sub real    { return $_[0][0] }
sub cpu_p   { my ($t) = @_; return $t->[1] + $t->[2] }
sub cpu_c   { my ($t) = @_; return $t->[3] + $t->[4] }
sub cpu_a   { my ($t) = @_; return $t->[1] + $t->[2] + $t->[3] + $t->[4] }
sub iters   { return $_[0][5] }
sub clearcache { }
sub clearallcache { }
sub disablecache { }
sub enablecache { }

sub timediff {
  my ($one, $two) = @_;
  return bless [map { $one->[$_] - ($two->[$_] || 0) } 0 .. $#$one], 'Benchmark';
}

sub timesum {
  my ($one, $two) = @_;
  return bless [map { $one->[$_] + ($two->[$_] || 0) } 0 .. $#$one], 'Benchmark';
}

sub timestr {
  my ($t, $style, $format) = @_;
  $format ||= '5.2f';
  my ($real, $user, $system, $child_user, $child_system, $n) = @$t;
  my $cpu = $t->cpu_p;
  my $text = sprintf "%2d wallclock secs (%$format usr + %$format sys = %$format CPU)", $real, $user, $system, $cpu;
  $text .= sprintf " @ %$format/s (n=%d)", $n / $cpu, $n if $n and $cpu > 0;
  return $text;
}

sub compiled {
  my ($code) = @_;
  return $code if ref $code eq 'CODE';
  my $package = 'main';
  my $sub = eval "package $package; sub { $code }" or croak "runloop unable to compile '$code': $@";
  return $sub;
}

sub timeit {
  my ($count, $code) = @_;
  my $sub = compiled($code);
  my $start = Benchmark->new;
  $sub->() for 1 .. $count;
  my $t = timediff(Benchmark->new, $start);
  $t->[5] = $count;
  return $t;
}

# Runs for so many CPU seconds.
sub countit {
  my ($seconds, $code) = @_;
  $seconds = 3 if !defined $seconds or $seconds == 0;
  $seconds = -$seconds if $seconds < 0;
  my $sub = compiled($code);
  my $total;
  my $count = 1;
  while (1) {
    my $t = timeit($count, $sub);
    $total = $total ? do { my $sum = timesum($total, $t); $sum } : $t;
    last if $total->cpu_p >= $seconds or $total->real >= 10 * $seconds;
    $count *= 2 if $t->cpu_p < $seconds / 10;
  }
  return $total;
}

sub timethis {
  my ($count, $code, $title, $style) = @_;
  my $t = $count > 0 ? timeit($count, $code) : countit(-$count, $code);
  $title = 'timethis ' . ($count > 0 ? $count : '') unless defined $title;
  $style = '' unless defined $style;
  printf "%10s: %s\n", $title, timestr($t, $style) unless $style eq 'none';
  return $t;
}

sub timethese {
  my ($count, $codes, $style) = @_;
  my @names = sort keys %$codes;
  $style = '' unless defined $style;
  unless ($style eq 'none') {
    print "Benchmark: ", $count > 0 ? "timing $count iterations of" : 'running', ' ', join(', ', @names), "...\n";
  }
  return { map { $_ => timethis($count, $codes->{$_}, $_, $style) } @names };
}

sub cmpthese {
  my ($results, $style) = ref $_[0] ? @_ : (timethese(@_[0, 1], $_[2]), $_[2]);
  my %rate = map { my $t = $results->{$_}; $_ => $t->iters / ($t->cpu_p || 1e-9) } keys %$results;
  my @names = sort { $rate{$a} <=> $rate{$b} } keys %rate;
  my @rows = (['', 'Rate', @names]);
  for my $row (@names) {
    push @rows, [$row, sprintf('%.0f/s', $rate{$row}), map { $_ eq $row ? '--' : sprintf '%.0f%%', 100 * $rate{$row} / $rate{$_} - 100 } @names];
  }
  return \@rows if defined $style and $style eq 'none';
  my @width = map { my $column = $_; (sort { $b <=> $a } map { length $_->[$column] } @rows)[0] } 0 .. $#{ $rows[0] };
  for my $row (@rows) { print join(' ', map { sprintf "%$width[$_]s", $row->[$_] } 0 .. $#$row), "\n" }
  return \@rows;
}

1;
