# Reading lines from a string.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my $text = join '', map { "line $_ of text\n" } 1 .. 50;
measure {
    for my $n (1 .. $_[0]) {
        open my $in, '<', \$text or die;
        my $count = 0;
        while (my $line = <$in>) { chomp $line; $count += length $line }
        close $in;
    }
};
