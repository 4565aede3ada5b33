# Dynamic scope: local variables and elements.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

our ($level, %option) = (0, deep => 0);
sub inner { return $level + $option{deep} }
sub outer { local $level = $level + 1; local $option{deep} = 5; return inner() }
measure { my $sum = 0; for my $n (1 .. $_[0]) { $sum += outer() } };
