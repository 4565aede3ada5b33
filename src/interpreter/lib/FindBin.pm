package FindBin;
# The directory of the script (perldoc FindBin).
use strict;
use Cwd ();
use File::Basename ();
require Exporter;

our $VERSION   = '1.54';
our @ISA       = ('Exporter');
our @EXPORT_OK = qw($Bin $Script $RealBin $RealScript $Dir $RealDir);
our ($Bin, $Script, $RealBin, $RealScript, $Dir, $RealDir);

sub init {
  *Dir     = \$Bin;
  *RealDir = \$RealBin;
  if ($0 eq '-e' or $0 eq '-') {
    $Script = $RealScript = $0;
    $Bin    = $RealBin    = Cwd::getcwd();
    return;
  }
  my $script = $0;
  die "Cannot find current script '$0'" unless -f $script;
  my $cwd = Cwd::getcwd();
  $script = "$cwd/$script" unless $script =~ m{^/};
  ($Script, $Bin) = File::Basename::fileparse($script);
  my $target = $script;
  while (defined(my $link = readlink $target)) {
    $target = $link =~ m{^/} ? $link : File::Basename::dirname($target) . "/$link";
  }
  ($RealScript, $RealBin) = File::Basename::fileparse($target);
  $Bin     = Cwd::abs_path($Bin)     if $Bin;
  $RealBin = Cwd::abs_path($RealBin) if $RealBin;
}

sub again { init(); return 1 }

BEGIN { init() }

1;
