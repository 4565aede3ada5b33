# Nested hashes and arrays that come into being.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure {
    for (1 .. $_[0]) {
        my %h;
        for my $i (1 .. 100) {
            $h{ "k" . ($i % 10) }{ "s" . ($i % 7) } += $i;
            push @{ $h{list} }, $i if $i % 5 == 0;
        }
        my $t = 0;
        for my $k (sort keys %h) { next if ref $h{$k} eq 'ARRAY'; $t += $h{$k}{$_} for keys %{ $h{$k} } }
    }
};
