# eval blocks, one in ten of which dies.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure { my $failed = 0; for my $n (1 .. $_[0]) { eval { die "ten\n" if $n % 10 == 0; 1 } or $failed++ } };
