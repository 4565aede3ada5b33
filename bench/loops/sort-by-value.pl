# Keys sorted by their values.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my %h = map { ("key$_" => ($_ * 7919) % 1000) } 1 .. 200;
measure {
    for (1 .. $_[0]) {
        my @k = sort { $h{$a} <=> $h{$b} || $a cmp $b } keys %h;
    }
};
