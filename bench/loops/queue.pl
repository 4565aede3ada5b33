# An array as a queue.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure { my @queue = (1 .. 10); for my $n (1 .. $_[0]) { push @queue, $n; my $first = shift @queue } };
