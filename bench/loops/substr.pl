# substr, index and length.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my $text = 'abcdefghij' x 10;
measure { my $sum = 0; for my $n (1 .. $_[0]) { my $at = index $text, 'hij', $n % 90; $sum += ord substr $text, $at, 1; substr($text, $n % 90, 1) = 'x' if length $text > 200 } };
