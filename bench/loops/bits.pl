# Bit operations: a checksum.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my @bytes = unpack 'C*', 'The quick brown fox jumps over the lazy dog';
measure { for my $n (1 .. $_[0]) { my $hash = 0x811c9dc5; for my $byte (@bytes) { $hash ^= $byte; $hash = ($hash * 0x01000193) & 0xffffffff } } };
