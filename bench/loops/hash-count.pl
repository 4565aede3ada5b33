# Counting in a hash.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure { my %count; for my $n (1 .. $_[0]) { $count{'k' . ($n % 1000)}++ } };
