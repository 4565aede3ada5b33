# pack of semaphore operations.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure { for my $n (1 .. $_[0]) { my $operations = pack "s!*", 0, -1, 0, 1, $n & 1, 0 } };
