use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use POSIX qw(:sys_wait_h _exit);

my $parent = $$;
my $pid = fork;
die "fork: $!" unless defined $pid;
if ($pid == 0) { _exit($$ != $parent && getppid() == $parent ? 7 : 1) }
is(waitpid($pid, 0), $pid, 'waitpid');
is($? >> 8, 7, 'exit status');
is(waitpid($pid, 0), -1, 'no such child');
is($? , -1, '$? then');
ok($!{ECHILD}, 'ECHILD');

pipe my $reader, my $writer or die;
if (!($pid = fork)) { close $reader; print $writer "from the child\n"; close $writer; _exit(0) }
close $writer;
is(scalar <$reader>, "from the child\n", 'a pipe');
is(wait, $pid, 'wait');
is($?, 0, 'status 0');

my $x = 'parent';
if (!($pid = fork)) { $x = 'child'; _exit($x eq 'child' ? 0 : 1) }
waitpid $pid, 0;
is($? . $x, '0parent', 'variables are copies');

if (!($pid = fork)) { kill KILL => $$; sleep 5; _exit(0) }
waitpid $pid, 0;
is($? & 127, 9, 'killed');

my @pids = map { my $n = $_; my $p = fork; die unless defined $p; _exit($n) unless $p; $p } 1 .. 3;
my %status;
while ((my $p = wait) > 0) { $status{$p} = $? >> 8 }
is(join(',', map { $status{$_} } @pids), '1,2,3', 'several children');

if (!($pid = fork)) { select undef, undef, undef, 5; _exit(0) }
is(waitpid($pid, WNOHANG), 0, 'WNOHANG: still running');
kill TERM => $pid;
waitpid $pid, 0;
ok(WIFSIGNALED($?) && WTERMSIG($?) == 15, 'terminated');

open my $child, '-|' or do { print "output of a forked child\n"; _exit_after_flush() };
sub _exit_after_flush { $| = 1; print ''; _exit(0) }
is(scalar <$child>, "output of a forked child\n", 'open -|');
close $child;

sub output { return join '', `$^X -e '$_[0]'` }
is(output('$| = 1; print "a"; if (!fork) { print "b"; exit } wait; print "c"'), 'abc', 'without a buffer');
is(output('$| = 1; END { print "end$n " } $n = 0; if (!fork) { $n = 1; exit } wait; $n = 2'), 'end1 end2 ', 'END in both');
is(output('$| = 1; $p = $$; END { print "end " if $$ == $p } if (!fork) { exit } wait'), 'end ', 'guarded by the pid');
is(output('$| = 1; sub D::DESTROY { print "destroyed " } my $o = bless [], "D"; if (!fork) { exit } wait;'), 'destroyed destroyed ', 'DESTROY in both');
is(output('if (!fork) { exec "echo", "executed" } wait'), "executed\n", 'exec');
is(output('if (!fork) { if (!fork) { exit 5 } wait; exit $? >> 8 } wait; print $? >> 8'), '5', 'grandchildren');
is(output('print "$$ " == getppid() ? 0 : 1'), '1', 'getppid');
system { $^X } $^X, '-e', 'exit 4';
is($? >> 8, 4, 'system with a program');
is(system($^X, '-e', 'kill TERM => $$; sleep 5') & 127, 15, 'killed by a signal');

done_testing;
