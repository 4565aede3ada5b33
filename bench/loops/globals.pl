# Package variables only.
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

@a = ();
%h = ();
$n = 0;
measure {
    for $i (1 .. $_[0]) { $a[$i % 100] = $i; $h{ $i % 100 } = $a[$i % 50] || 0; $n += $h{ $i % 30 } || 0; }
};
