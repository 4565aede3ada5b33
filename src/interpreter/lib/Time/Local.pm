package Time::Local;
# Seconds from broken-down times (perldoc Time::Local).
use strict;
use Carp;
require Exporter;

our $VERSION   = '1.35';
our @ISA       = ('Exporter');
our @EXPORT    = qw(timegm timelocal);
our @EXPORT_OK = qw(timegm_modern timelocal_modern timegm_nocheck timelocal_nocheck timegm_posix timelocal_posix);

my @DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

sub is_leap { my ($year) = @_; return $year % 4 == 0 && ($year % 100 != 0 || $year % 400 == 0) }

# Days from 1970-01-01 to a date of the Gregorian calendar.
sub day_number {
  my ($year, $month, $day) = @_;
  $year-- if $month < 2;
  my $era   = ($year - ($year < 0 ? 399 : 0)) / 400;
  $era      = $era < 0 ? -int(-$era) : int $era;
  my $of    = $year - $era * 400;
  my $index = int((153 * ($month > 1 ? $month - 2 : $month + 10) + 2) / 5) + $day - 1;
  return $era * 146097 + $of * 365 + int($of / 4) - int($of / 100) + $index - 719468;
}

# Two-digit years mean the century around now.
sub full_year {
  my ($year) = @_;
  return $year if $year >= 1000;
  return $year + 1900 if $year > 99 or $year < 0;
  my $this = (localtime)[5] + 1900;
  my $century = $this - $this % 100;
  my $full = $century + $year;
  return $full - 100 if $full > $this + 50;
  return $full + 100 if $full <= $this - 50;
  return $full;
}

sub check {
  my ($sec, $min, $hour, $mday, $month, $year) = @_;
  croak "Month '$month' out of range 0..11" if $month > 11 or $month < 0;
  my $days = $DAYS[$month] + ($month == 1 && is_leap($year) ? 1 : 0);
  croak "Day '$mday' out of range 1..$days" if $mday > $days or $mday < 1;
  croak "Hour '$hour' out of range 0..23" if $hour > 23 or $hour < 0;
  croak "Minute '$min' out of range 0..59" if $min > 59 or $min < 0;
  croak "Second '$sec' out of range 0..59" if $sec >= 60 or $sec < 0;
}

sub seconds {
  my ($sec, $min, $hour, $mday, $month, $year) = @_;
  return $sec + 60 * $min + 3600 * $hour + 86400 * day_number($year, $month, $mday);
}

sub timegm         { my @t = @_[0 .. 5]; $t[5] = full_year($t[5]); check(@t); return seconds(@t) }
sub timegm_modern  { my @t = @_[0 .. 5]; check(@t); return seconds(@t) }
sub timegm_posix   { my @t = @_[0 .. 5]; $t[5] += 1900; check(@t); return seconds(@t) }
sub timegm_nocheck { my @t = @_[0 .. 5]; $t[5] = full_year($t[5]); return seconds(@t) }

# Local time by searching the offset: that of the moment itself, found from two guesses.
sub local_seconds {
  my $wanted = seconds(@_);
  my $offset = sub { my ($time) = @_; my @l = localtime $time; return seconds(@l[0 .. 4], $l[5] + 1900) - $time };
  my $first = $wanted - $offset->($wanted);
  my $time = $wanted - $offset->($first);
  my $earlier = $wanted - $offset->($time - 86400);
  return $earlier if $earlier < $time and $offset->($earlier) == $wanted - $earlier;
  return $time if $offset->($time) == $wanted - $time;
  # In the gap of a change to summer time: as if the clock had not been changed.
  return $first > $time ? $first : $time;
}

sub timelocal         { my @t = @_[0 .. 5]; $t[5] = full_year($t[5]); check(@t); return local_seconds(@t) }
sub timelocal_modern  { my @t = @_[0 .. 5]; check(@t); return local_seconds(@t) }
sub timelocal_posix   { my @t = @_[0 .. 5]; $t[5] += 1900; check(@t); return local_seconds(@t) }
sub timelocal_nocheck { my @t = @_[0 .. 5]; $t[5] = full_year($t[5]); return local_seconds(@t) }

1;
