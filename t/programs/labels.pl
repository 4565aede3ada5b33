#!/usr/bin/perl
# goto in its forms: back, out of loops, out of evals, to labels that are not there.
use strict;
use warnings;
my $tries = 0;
RETRY: my $x = $tries;
$tries++;
print "try $tries\n";
goto RETRY if $tries < 3;
sub f { my $n = shift;AGAIN: return "done $n" if $n <= 0; $n--; print "n=$n\n"; goto AGAIN; }
print f(3), "\n";

for my $i ( 1 .. 3 ) {
    for my $j ( 1 .. 3 ) { goto OUT if $i * $j == 4; print "$i$j " }
}
OUT: print "\nout\n";
sub g { goto CALLER if $_[0]; 1 }
my $k = 0;
eval { goto AFTER; };
print "not reached\n";
AFTER: print "after eval\n";
eval { goto NOSUCH };
print $@;
sub open_it { my $f = shift; open my $fh, '<', $f or goto fail; return "opened";fail: return "failed: $!"; }
print open_it("/nonexistent"), "\n", open_it("/dev/null"), "\n";
my $state = 'start';
my @log;
{
    start: push @log, 'start';
    if ( @log < 3 ) { goto start }
}
print "@log $x\n";
my $i = 0;
LOOP: { $i++; last LOOP if $i > 5; redo LOOP; }
print "$i\n";
while (1) { last_one: $i--; goto last_one if $i > 3; last }
print "$i\n";
