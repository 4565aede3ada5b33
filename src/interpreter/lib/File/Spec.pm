package File::Spec;
# File names, portably; here for Unix (perldoc File::Spec).
use strict;
require File::Spec::Unix;

our $VERSION = '3.90';
our @ISA     = ('File::Spec::Unix');

1;
