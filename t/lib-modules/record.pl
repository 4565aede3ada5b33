# Records what real perl prints for the programs of this folder: perl t/lib-modules/record.pl
use strict;
use warnings;
use FindBin '$Bin';
use lib $Bin;
use Golden;

for my $program (map { Golden::programs("$Bin/$_") } 'programs', 'test-more') {
  open my $handle, '>', Golden::record_of($program) or die $!;
  print $handle Golden::behaviour($program);
}
