# Interpolation and comparison of strings.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure { my $count = 0; for my $n (1 .. $_[0]) { my $name = 'user' . $n % 10; my $line = "name=$name n=$n"; $count++ if $line ne 'x' } };
