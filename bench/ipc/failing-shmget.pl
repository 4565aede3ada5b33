# What does a shmget cost that finds nothing, with the text of $!?
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my $failures = 0;
my $key = 0x7e570000;
++$key while defined shmget($key, 0, 0);
measure {
    for my $n (1 .. $_[0]) {
        defined shmget($key, 0, 0) and die;
        $failures++ if $! eq 'No such file or directory';
    }
};
die if !$failures;
