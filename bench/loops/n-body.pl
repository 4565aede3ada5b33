# The planets: arrays of floats.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my @xs = (0,     4.84,  8.34,  12.89,  15.37);
my @ys = (0,     -1.16, 4.12,  -15.11, -25.9);
my @zs = (0,     -.10,  -.4,   -.22,   .179);
my @vx = (0,     .6,    -1.01, 1.08,   .97);
my @vy = (0,     2.8,   1.8,   .86,    .59);
my @vz = (0,     -.02,  .008,  -.01,   -.03);
my @m  = (39.47, .03,   .01,   .001,   .002);

sub advance {
    my $dt = shift;
    for my $i (0 .. 4) {
        for my $j ($i + 1 .. 4) {
            my $dx  = $xs[$i] - $xs[$j];
            my $dy  = $ys[$i] - $ys[$j];
            my $dz  = $zs[$i] - $zs[$j];
            my $mag = $dt / (($dx**2 + $dy**2 + $dz**2)**1.5);
            $vx[$i] -= $dx * $m[$j] * $mag;
            $vy[$i] -= $dy * $m[$j] * $mag;
            $vz[$i] -= $dz * $m[$j] * $mag;
            $vx[$j] += $dx * $m[$i] * $mag;
            $vy[$j] += $dy * $m[$i] * $mag;
            $vz[$j] += $dz * $m[$i] * $mag;
        }
    }
    for my $i (0 .. 4) { $xs[$i] += $dt * $vx[$i]; $ys[$i] += $dt * $vy[$i]; $zs[$i] += $dt * $vz[$i]; }
}
measure { advance(0.01) for 1 .. $_[0] };
