# Calls of a sub with two arguments.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

sub add { my ($x, $y) = @_; return $x + $y }
measure { my $sum = 0; for my $n (1 .. $_[0]) { $sum = add($sum, $n) } };
