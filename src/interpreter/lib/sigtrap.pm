package sigtrap;
# Handlers for unexpected signals (perldoc sigtrap).
use Carp;

our $VERSION = '1.10';
our $Verbose ||= 0;

my %GROUPS = (
  'normal-signals' => [qw(HUP INT PIPE TERM)],
  'error-signals'  => [qw(ABRT BUS EMT FPE ILL QUIT SEGV SYS TRAP)],
  'old-interface-signals' => [qw(ABRT BUS EMT FPE ILL PIPE QUIT SEGV SYS TERM TRAP)],
);

sub import {
  my $package = shift;
  my $handler = \&handler_traceback;
  my ($untrapped, $done) = (0, 0);
  while (@_) {
    my $word = shift;
    if ($word eq 'handler') {
      @_ or croak 'No argument specified after \'handler\'';
      $handler = shift;
      next if ref $handler or $handler eq 'IGNORE' or $handler eq 'DEFAULT';
      $handler = caller() . "::$handler" unless $handler =~ /::/;
    }
    elsif ($word eq 'stack-trace') { $handler = \&handler_traceback }
    elsif ($word eq 'die')         { $handler = \&handler_die }
    elsif ($word eq 'untrapped')   { $untrapped = 1 }
    elsif ($word eq 'any')         { $untrapped = 0 }
    elsif (my $group = $GROUPS{$word}) { unshift @_, grep { exists $SIG{$_} } @$group; $done = 1 if !@$group }
    elsif ($word =~ /^\d/)         { $VERSION >= $word or croak "sigtrap.pm version $word required, but this is only version $VERSION" }
    elsif ($word =~ /^[A-Z][A-Z0-9]*$/) {
      $done++;
      $SIG{$word} = $handler unless $untrapped and $SIG{$word} and $SIG{$word} ne 'DEFAULT';
    }
    else { croak "Unrecognized argument $word" }
  }
  return if $done;
  @_ = (@{ $GROUPS{'old-interface-signals'} });
  $SIG{$_} = $handler for grep { exists $SIG{$_} } @_;
}

sub handler_die { croak "Caught a SIG$_[0]" }

sub handler_traceback {
  my ($signal) = @_;
  $SIG{ABRT} = 'DEFAULT';
  local $Carp::CarpLevel = 1;
  print STDERR Carp::longmess("Caught a SIG$signal");
  kill 'ABRT', $$;
}

1;
