package Exporter;
# Default import method (perldoc Exporter). The common case, plain names that are all exported, is settled
# here; tags, patterns, versions and every error are settled in Exporter::Heavy.
use strict;
no strict 'refs';

our $VERSION     = '5.77';
our $ExportLevel = 0;
our $Verbose     = 0;
our %Cache;    # package => { name => 1 } of everything it exports
our %FailCache;

sub import {
  my $package = shift;
  my $target  = caller($ExportLevel);
  if ($package eq 'Exporter' and @_ and $_[0] eq 'import') {
    *{"${target}::import"} = \&import;
    return;
  }
  my $default = \@{"${package}::EXPORT"};
  my $fail    = \@{"${package}::EXPORT_FAIL"};
  my $known   = $Cache{$package} ||= {};
  my $asked   = @_;
  my @names   = $asked ? @_ : @$default;
  if ($asked and !%$known) {
    for (@$default, @{"${package}::EXPORT_OK"}) {
      (my $name = $_) =~ s/^&//;
      $known->{$name} = 1;
    }
  }
  my $clash;
  for my $name (@names) {
    if ($name =~ /\W/ or $asked && !$known->{$name} or @$fail) {
      require Exporter::Heavy;
      return Exporter::Heavy::heavy_export($package, $target, $asked ? @_ : ());
    }
    $clash ||= defined &{"${target}::$name"};
  }
  local $SIG{__WARN__} = sub { require Carp; &Carp::carp }
    if $clash and !$SIG{__WARN__};
  *{"${target}::$_"} = \&{"${package}::$_"} for @names;
}

# Modules with names that do not work everywhere override this: it returns the names that fail.
sub export_fail {
  my $self = shift;
  return @_;
}

sub export         { require Exporter::Heavy; goto &Exporter::Heavy::heavy_export }
sub export_to_level { require Exporter::Heavy; goto &Exporter::Heavy::heavy_export_to_level }
sub export_tags    { require Exporter::Heavy; goto &Exporter::Heavy::heavy_export_tags }
sub export_ok_tags { require Exporter::Heavy; goto &Exporter::Heavy::heavy_export_ok_tags }

sub require_version {
  my ($self, $wanted) = @_;
  return (ref $self || $self)->VERSION($wanted);
}

1;
