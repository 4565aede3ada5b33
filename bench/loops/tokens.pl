# A tokenizer with \G and /gc.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my $source = 'if (alpha >= 10) { beta = gamma * (3 + 4); } ' x 4;
measure {
    for my $n (1 .. $_[0]) {
        my $count = 0;
        local $_ = $source;
        pos = 0;
        while (1) {
            if (/\G\s+/gc) { next }
            if (/\G[a-z]\w*/gc) { $count++; next }
            if (/\G\d+/gc) { $count++; next }
            if (/\G(?:>=|[-+*\/=(){};<>])/gc) { $count++; next }
            last;
        }
    }
};
