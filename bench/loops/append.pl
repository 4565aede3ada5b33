# Appending to a string.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure { my $text = ''; for my $n (1 .. $_[0]) { $text .= "ab$n" } };
