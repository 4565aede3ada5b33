# Floating point arithmetic.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure { my $x = 0.5; for my $n (1 .. $_[0]) { $x = $x * 3.7 * (1 - $x); $x = 0.5 if $x <= 0 } };
