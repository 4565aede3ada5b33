# Writing with four-argument substr.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my $text = "\0" x 256;
measure { for my $n (1 .. $_[0]) { substr $text, ($n % 32) * 8, 8, sprintf '%08d', $n } };
