# Sorting records by two fields.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my @records = map { {name => 'n' . ($_ * 7919 % 101), age => $_ % 37} } 1 .. 200;
measure { for my $n (1 .. $_[0]) { my @sorted = sort { $a->{name} cmp $b->{name} || $b->{age} <=> $a->{age} } @records } };
