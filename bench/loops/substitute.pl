# Global substitution.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my $source = 'the quick brown fox jumps over the lazy dog' x 3;
measure { for my $n (1 .. $_[0]) { my $text = $source; $text =~ s/o(\w)/0$1/g; $text =~ tr/a-z/A-Z/ } };
