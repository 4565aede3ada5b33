use strict;
use warnings;
use Test::More;

our @order;
BEGIN { @order = ('begin 1') }
push @order, 'run';
BEGIN { push @order, 'begin 2' }
is("@order", 'begin 1 begin 2 run', 'BEGIN runs first');
my $compiled;
BEGIN { $compiled = 'set in BEGIN' }
is($compiled, 'set in BEGIN', 'lexicals are shared');
our $early = defined &later ? 'defined' : 'undefined';
is($early, 'defined', 'subs are defined before the program runs');
sub later { return 'later' }
BEGIN { *installed = sub { return 'installed ' . shift } }
is(installed('now'), 'installed now', 'a sub installed by BEGIN');
my $known = installed 'without parentheses';
is($known, 'installed without parentheses', 'is known to the parser');
BEGIN { package Mine; $INC{'Mine.pm'} = 1; sub import { my ($class, @names) = @_; no strict 'refs'; *{"main::$_"} = sub { "imported $_[0]" } for @names } sub unimport { $main::unimported = 1 } }
use Mine qw(mine);
is(mine('x'), 'imported x', 'use calls import');
our $unimported;
no Mine;
is($unimported, 1, 'no calls unimport');
is(eval 'BEGIN { push @main::order, "in eval" } 1', 1, 'BEGIN in eval');
is($order[-1], 'in eval', 'runs');

sub run { my $output = `$^X -e '$_[0]' 2>&1`; return $output }
is(run('END { print "end" } print "run "; '), 'run end', 'END');
is(run('END { print 1 } END { print 2 } print 0'), '021', 'END blocks run backwards');
is(run('END { print "end" } exit 3'), 'end', 'after exit');
is($? >> 8, 3, 'with its status');
is(run('END { $? = 7 } 1'), '', 'END sets the status');
is($? >> 8, 7, 'status');
is(run('END { print "end" } die "dead\n"'), "dead\nend", 'after die');
is(run('print __FILE__, __LINE__'), '-e1', '-e');
is(run('BEGIN { print 1 } INIT { print 3 } CHECK { print 2 } print 4; END { print 5 }'), '12345', 'all phases');
is(run('print ${^GLOBAL_PHASE}, " "; END { print ${^GLOBAL_PHASE} }'), 'RUN END', '${^GLOBAL_PHASE}');
is(run('$x = 5; print "$x\n"; print @ARGV + 0'), "5\n0", 'no strict');
is(`$^X -le 'print for \@ARGV' a b`, "a\nb\n", '-l and arguments');
is(`printf 'a\\nb\\n' | $^X -ne 'print uc'`, "A\nB\n", '-n');
is(`printf 'a b\\n' | $^X -lane 'print \$F[1]'`, "b\n", '-a');
is(`printf 'a\\n' | $^X -pe 's/a/z/'`, "z\n", '-p');
is(`$^X -we 'my \$x; print "a" . \$x' 2>&1`, "Use of uninitialized value \$x in concatenation (.) or string at -e line 1.\na", '-w');
is(`$^X -MList::Util=sum -e 'print sum(1, 2)'`, '3', '-M');
is(`echo 'print "from stdin"' | $^X`, 'from stdin', 'a program on standard input');
is(`$^X -c -e 'print 1' 2>&1`, "-e syntax OK\n", '-c');
is(__PACKAGE__->can('later')->(), 'later', 'can');
require strict;
is($INC{'strict.pm'} =~ /strict\.pm$/ ? 1 : 0, 1, '%INC');
ok($] >= 5.036, '$]');
like($^V, qr/^v5\.\d+\.\d+$/, '$^V');
is($^O, 'linux', '$^O');
like($^X, qr/perl/, '$^X');
ok($^T <= time, '$^T');
is($0, __FILE__, '$0');
ok($$ > 1, '$$');
eval 'use 5.006; 1' or fail('use VERSION');
pass('use VERSION');
eval 'use 7; 1';
like($@, qr/^Perl v7\.0\.0 required--this is only \S+, stopped at /, 'a later one');

is(run('END { print 1 } END { die "x\n" } print 2'), "x\nEND failed--call queue aborted.\n21", 'die in END');
system "$^X -e 'END { \$! = 5; die }' 2>/dev/null";
is($? >> 8, 5, 'its status');
my $script = "/tmp/perl-sysv-taint-$$";
open my $file, '>', $script or die;
print $file "#!/usr/bin/perl -T\nprint 1";
close $file;
is(`$^X $script 2>&1`, qq{"-T" is on the #! line, it must also be used on the command line at $script line 1.\n}, '-T comes too late');
is(`$^X -T $script`, 1, 'unless it came early');
unlink $script;

done_testing;
