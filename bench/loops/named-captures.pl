# Named captures: pairs in a string.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure {
    for (1 .. $_[0]) {
        my $str = "a=1, bb=22, ccc=333";
        my %h;
        while ($str =~ /(?<k>\w+)=(?<v>\d+)/g) { $h{ $+{k} } = $+{v} }
        my ($a, $b) = $str =~ /(\d+)\D+(\d+)/;
    }
};
