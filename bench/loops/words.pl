# Counting words.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my $text = 'it was the best of times it was the worst of times ' x 10;
measure { for my $n (1 .. $_[0]) { my %count; $count{lc $_}++ for split ' ', $text } };
