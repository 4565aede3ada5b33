# Sorting numbers with a block.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my @numbers = map { ($_ * 7919) % 10007 } 1 .. 500;
measure { for my $n (1 .. $_[0]) { my @sorted = sort { $a <=> $b } @numbers } };
