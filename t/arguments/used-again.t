# The same calls again and again, with the same variables: what changes in between is seen all the same.
use strict;
use warnings;
use Test::More;
use FindBin;
use lib "$FindBin::Bin/../lib";
use SysVTest;
use IPC::SysV qw(IPC_NOWAIT IPC_RMID IPC_STAT MSG_NOERROR);

my $segment = segment(100);
my $queue   = queue();
my $set     = semaphore_set(2);

my $data = '';
sub times_read { my ($position, $size) = @_; return map { shmread($segment, $data, $position, $size) ? $data : "$!" + 0 } 1 .. 4 }

shmwrite($segment, 'abcdefghijklmnopqrstuvwxyz' x 4, 0, 100) or die $!;
is_deeply([ times_read(0, 26) ], [ ('abcdefghijklmnopqrstuvwxyz') x 4 ], 'read four times');
is_deeply([ times_read(24, 20) ], [ ('yzabcdefghijklmnopqr') x 4 ], 'another range');
is_deeply([ times_read(90, 3) ], [ ('mno') x 4 ], 'a short one');
is(shmread($segment, $data, 90, 20), 0, 'outside');
is($data, 'mno', 'leaves the variable alone');
is(shmread($segment, $data, -1, 3),  0, 'before it');
is(shmread($segment, $data, 0,  -3), 0, 'a negative size');
is($data, 'mno', 'leave it alone too');
$data .= 'p' for 1 .. 40;
is(shmread($segment, $data, 0, 40), 1, 'into a variable that has grown');
is(length $data, 40, 'as long as asked');
my $copy = $data;
shmwrite($segment, $_, 0, 30) && shmread($segment, $data, 0, 30) for 'first', 'second', 'second', 12, 'third';
is($data, 'third' . "\0" x 25, 'the last of what was written');
is($copy, 'abcdefghijklmnopqrstuvwxyzabcdefghijklmn', 'a copy stays what it was');
{
    my $text = 'x' x 40;
    for my $letter ('a' .. 'd') { substr($text, 3, 1) = $letter; shmwrite($segment, $text, 0, 40); shmread($segment, $data, 0, 40) }
    is($data, 'xxxd' . 'x' x 36, 'a string that was changed in place');
    vec($data, 0, 8) = 65;
    $data =~ tr/x/y/;
    is($data, 'Ayyd' . 'y' x 36, 'and what was read can be changed');
    is(shmwrite($segment, $data, 0, 40) && shmread($segment, $text, 0, 40) && $text, $data, 'and written again');
}
for my $value (undef, [], \my $other, 1.5, -7, '') {
    my $variable = $value;
    shmread($segment, $variable, 0, 20) for 1 .. 3;
    is($variable, 'Ayydyyyyyyyyyyyyyyyy', 'over ' . (ref $value || $value // 'undef'));
}

my $message = '';
for my $text ('m' x 30, 'm' x 10, '', 'm' x 50, 'n' x 50) {
    msgsnd($queue, pack('l! a*', 3, $text), 0)        or die $!;
    msgrcv($queue, $message, 50, 0, IPC_NOWAIT) or die $!;
    is_deeply([ unpack 'l! a*', $message ], [ 3, $text ], length($text) . ' characters');
}
is(msgrcv($queue, $message, 50, 0, IPC_NOWAIT), 0, 'nothing there');
is_deeply([ unpack 'l! a*', $message ], [ 3, 'n' x 50 ], 'the variable keeps its value');
msgsnd($queue, pack('l! a*', 4, 'long' x 20), 0) or die $!;
is(msgrcv($queue, $message, 50, 4, IPC_NOWAIT), 0, 'too long');
is(msgrcv($queue, $message, 50, 4, IPC_NOWAIT | MSG_NOERROR), 1, 'cut');
is(substr($message, length pack 'l!', 0), substr('long' x 20, 0, 50), 'to what fits');

my ($up, $down) = (pack('s!3', 0, 1, 0), pack('s!3', 0, -1, IPC_NOWAIT));
is_deeply([ map { semop($set, $_) } $up, $up, $down, $down, $down, $up, $down ], [ 1, 1, 1, 1, 0, 1, 1 ], 'up and down');
is(semop($set, pack 's!3', 5, 1, 0), 0, 'no such semaphore');
is(semop($set, substr $up, 1), 0, 'half an operation');

my $status = '';
my @sizes = map { shmctl($segment, IPC_STAT, $status) or die $!; (unpack 'x48 J', $status)[0] } 1 .. 5;
is_deeply(\@sizes, [ (100) x 5 ], 'IPC_STAT again and again');
is(shmctl(-1, IPC_STAT, $status), undef, 'IPC_STAT of nothing');
is(length $status, 112, 'leaves the variable alone');

done_testing;
