use strict;
use warnings;
use Test::More;
use POSIX qw(_exit);

my @got;
local $SIG{USR1} = sub { push @got, shift };
kill USR1 => $$;
is("@got", 'USR1', 'a handler gets the name');
{
    local $SIG{USR1} = 'IGNORE';
    kill USR1 => $$;
    is("@got", 'USR1', 'ignored');
}
kill 'SIGUSR1', $$;
is(scalar @got, 2, 'with SIG, and restored');
sub by_name { push @got, 'by name' }
$SIG{USR2} = 'by_name';
kill USR2 => $$;
is($got[-1], 'by name', 'a handler by name');
$SIG{USR2} = \&by_name;
is(ref $SIG{USR2}, 'CODE', 'read back');
$SIG{USR2} = 'DEFAULT';
is($SIG{USR2}, 'DEFAULT', 'DEFAULT');
is(kill(0, $$), 1, 'kill 0');
is(kill(0 => 999_999_999), 0, 'of nobody');

my $alarmed = 0;
local $SIG{ALRM} = sub { $alarmed++ };
alarm 1;
is(sleep(5) < 5 ? 1 : 0, 1, 'a signal ends sleep');
is($alarmed, 1, 'the handler has run');
is(alarm(10), 0, 'alarm');
ok(alarm(0) > 8, 'the rest');
my $timed_out = !eval { local $SIG{ALRM} = sub { die "timeout\n" }; alarm 1; select undef, undef, undef, 10; 1 };
is("$timed_out $@", "1 timeout\n", 'dying out of a handler');

my $children = 0;
{
    local $SIG{CHLD} = sub { while ((my $p = waitpid -1, 1) > 0) { $children++ } };
    for (1 .. 2) { my $p = fork; die unless defined $p; _exit(0) unless $p }
    my $tries = 0;
    select undef, undef, undef, 0.05 while $children < 2 && $tries++ < 100;
}
is($children, 2, 'CHLD');

pipe my $reader, my $writer or die;
my $pid = fork // die;
if (!$pid) { local $SIG{TERM} = sub { syswrite $writer, "handled\n"; _exit(3) }; syswrite $writer, "ready\n"; sleep 10; _exit(0) }
is(scalar <$reader>, "ready\n", 'ready');
kill TERM => $pid;
is(scalar <$reader>, "handled\n", 'TERM is handled');
waitpid $pid, 0;
is($? >> 8, 3, 'status');
{
    local $SIG{PIPE} = sub { push @got, 'pipe' };
    pipe my $r, my $w or die;
    close $r;
    is(syswrite($w, 'x'), undef, 'writing to a closed pipe');
    ok($!{EPIPE}, 'EPIPE');
    is($got[-1], 'pipe', 'PIPE');
}
my $order = '';
{
    local $SIG{USR1} = sub { $order .= 'h' };
    $order .= 'a';
    kill USR1 => $$;
    $order .= 'b';
}
is($order, 'ahb', 'between statements');
use sigtrap qw(handler trapped WINCH);
sub trapped { push @got, 'trapped' }
kill WINCH => $$;
is($got[-1], 'trapped', 'sigtrap');

done_testing;
