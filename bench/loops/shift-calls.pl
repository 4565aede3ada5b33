# Calls of a sub that shifts its arguments.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

sub longer { my $text = shift; my $limit = shift; return length($text) > $limit }
measure { my $count = 0; for my $n (1 .. $_[0]) { $count++ if longer('abc', $n & 7) } };
