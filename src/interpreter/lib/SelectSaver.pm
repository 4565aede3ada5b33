package SelectSaver;
# Selects a handle for the life of an object (perldoc SelectSaver).
use strict;
use Symbol qw(qualify);

our $VERSION = '1.02';

sub new {
  my ($class, $handle) = @_;
  my $old = select;
  select qualify($handle, scalar caller) if @_ > 1;
  return bless \$old, $class;
}

sub DESTROY { select ${ $_[0] } }

1;
