# The programs in test-more/ behave as recorded from real perl.
use strict;
use warnings;
use FindBin '$Bin';
use lib $Bin;
use Golden;
use Test::More;

Golden::compare_all("$Bin/test-more");
done_testing;
