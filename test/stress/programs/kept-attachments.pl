# Can anybody catch an implementation that keeps segments attached? The Perl test of that, with more rounds.
# kept-attachments.pl COUNT
use strict;
use warnings;
use FindBin;
use Test::More;

my $rounds = $ENV{ROUNDS} = shift // 100;
my $builder = Test::More->builder;
my $tap = '';
$builder->output(\$tap);
$builder->failure_output(\*STDOUT);

my $test = "$FindBin::Bin/../../../t/processes/kept-attachments.t";
unshift @INC, "$FindBin::Bin/../../../t/lib";
defined do $test or die $@ || $!;
my @results = $builder->summary;
printf "%d rounds, %s, %d of them wrong\n", $rounds, @results > 8 ? 'all tests' : @results . ' tests', scalar grep { !$_ } @results;
