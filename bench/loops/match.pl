# Matching with captures.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my @lines = map { "key$_ = value $_ # comment" } 1 .. 20;
measure { my $count = 0; for my $n (1 .. $_[0]) { for my $line (@lines) { $count += $2 if $line =~ /^(\w+)\s*=\s*value\s+(\d+)/ } } };
