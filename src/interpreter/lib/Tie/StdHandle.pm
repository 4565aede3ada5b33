package Tie::StdHandle;
# The class itself is in Tie::Handle (perldoc Tie::StdHandle).
use strict;
use Tie::Handle;

our $VERSION = '4.6';

1;
