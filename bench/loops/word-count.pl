# Words counted by a match in scalar context.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my $text = join ' ',
  map { ('the', 'quick', 'brown', 'fox', 'jumps', 'over', 'lazy', 'dog')[$_ * 7 % 8] . ($_ % 50) } 1 .. 500;
measure {
    for (1 .. $_[0]) {
        my %c;
        while ($text =~ /(\w+)/g) { $c{$1}++ }
    }
};
