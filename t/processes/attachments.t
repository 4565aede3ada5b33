use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use POSIX qw(_exit);
use IPC::SharedMem;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID memread memwrite shmat shmdt);

# Attachments across fork, exec and exit.

my $id = segment(4096);
sub attached { return stat_fields(shm => $id)->{nattch} }

my $address = shmat($id, undef, 0) // die "shmat: $!";
is(attached(), 1, 'attached');

pipe my $to_child, my $go or die;
pipe my $from_child, my $done or die;
my $pid = fork // die "fork: $!";
if (!$pid) {
    close $go;
    memwrite($address, 'from the child', 0, 14);
    syswrite $done, 'w';
    sysread $to_child, my $byte, 1;
    shmdt($address);
    syswrite $done, 'd';
    sysread $to_child, $byte, 1;
    _exit(0);
}
sysread $from_child, my $byte, 1;
is(attached(), 2, 'fork doubles the attachments');
memread($address, my $text, 0, 14);
is($text, 'from the child', 'the memory is one');
syswrite $go, '1';
sysread $from_child, $byte, 1;
is(attached(), 1, 'the child has detached its own');
memread($address, $text, 0, 4);
is($text, 'from', 'ours still works');
syswrite $go, '1';
waitpid $pid, 0;
is(attached(), 1, 'the end of the child changes nothing');

$pid = fork // die;
if (!$pid) { _exit(0) }
waitpid $pid, 0;
is(attached(), 1, 'exit detaches');
is(`$^X -e 'print 1'`, '1', 'another program');
is(attached(), 1, 'starts without attachments');
is(shmdt($address), 0, 'detach');
is(attached(), 0, 'none');

my $shm = IPC::SharedMem->new(IPC_PRIVATE, 100, 0600) or die;
also_remove(shm => $shm->id);
$shm->attach or die;
$pid = fork // die;
if (!$pid) { $shm->write('object', 0, 6); $shm->detach; _exit(0) }
waitpid $pid, 0;
is($shm->read(0, 6), 'object', 'an object works in both');
is($shm->stat->nattch, 1, 'and is detached in one');
$shm->detach;

my $output = `$^X -e 'my \$id = shmget(0, 10, 0600); print \$id'`;
ok(shmwrite($output, 'x', 0, 1), 'a segment outlives its program');
ok(shmctl($output, IPC_RMID, 0), 'until it is removed');

$pid = fork // die;
if (!$pid) { shmwrite($id, 'child', 0, 5); _exit(0) }
waitpid $pid, 0;
shmread($id, $text, 0, 5);
is($text, 'child', 'ids are valid in all processes');
is(stat_fields(shm => $id)->{lpid}, $$, 'the last process');

done_testing;
