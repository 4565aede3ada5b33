# Lines of a file, with <FH>.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure {
    for (1 .. $_[0]) {
        open FH, '<', "$FindBin::Bin/../lib/Question.pm" or die;
        my ($lines, $characters, $measures) = (0, 0, 0);
        while (<FH>) {
            chomp;
            $lines++;
            $characters += length;
            $measures++ if /(\w+)\s*=>?\s*(\S+)/ && length $1 < length $2;
        }
        close FH;
    }
};
