# Captures of log lines.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

my @l =
  map { "2024-0" . ($_ % 9 + 1) . "-1$_ host$_ GET /path/$_/index.html HTTP/1.1 200 " . ($_ * 10) } 0 .. 9;
measure {
    for (1 .. $_[0]) {
        my %s;
        for (@l) {
            if (/^(\d+)-(\d+)-(\d+) (\S+) (GET|POST) (\S+) HTTP\/[\d.]+ (\d+) (\d+)$/) { $s{$4} += $8; }
        }
    }
};
