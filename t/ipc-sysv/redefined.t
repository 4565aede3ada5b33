# Constants of IPC::SysV are ordinary subs: they can be redefined and undefined.
use strict;
use warnings;
use Test::More;
use IPC::SysV qw(IPC_STAT);

sub stat_command { return IPC_STAT }
is(stat_command(), 2, 'a constant');
my $answer = 5;
{ no strict 'refs'; no warnings 'redefine'; *{'main::IPC_STAT'} = sub { $answer } }
is_deeply([ map { $answer++; stat_command() } 1 .. 3 ], [ 6, 7, 8 ], 'redefined as a closure');
my @list = (IPC_STAT, IPC_STAT());
is_deeply(\@list, [ 8, 8 ], 'in list context');
undef &IPC_STAT;
ok(!eval { stat_command(); 1 }, 'undefined again');
like($@, qr/^Not a CODE reference|^Undefined subroutine/, 'says so');

done_testing;
