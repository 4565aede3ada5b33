# Going through the characters of a string.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my $text = 'the quick brown fox jumps over the lazy dog';
measure { my $sum = 0; for my $n (1 .. $_[0]) { $sum += ord $_ for split //, $text; $text = reverse $text } };
