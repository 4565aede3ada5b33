# The programs in programs/ behave as recorded from real perl.
use strict;
use warnings;
use FindBin '$Bin';
use lib $Bin;
use Golden;
use Test::More;

Golden::compare_all("$Bin/programs");
done_testing;
