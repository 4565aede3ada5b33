# Strings thrown out of a sub.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

sub check { my $x = shift; die "odd value $x\n" if $x % 2; $x }
measure {
    my $n = 0;
    for my $i (1 .. $_[0]) {
        eval { check($i); 1 } or do { $n++ if $@ =~ /^odd/ }
    }
};
