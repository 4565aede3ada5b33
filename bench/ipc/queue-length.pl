# Does receiving the newest message by its type cost more in a queue of LENGTH?
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE IPC_RMID);

my $length = shift;
my $queue = msgget(IPC_PRIVATE, 0600 | IPC_CREAT) // die "msgget: $!";
END { msgctl($queue, IPC_RMID, 0) if defined $queue }
msgsnd($queue, pack('l! a*', 1, 'm'), 0) or die $! for 1 .. $length;

my $message = pack 'l! a*', 2, 'm';
my $data = '';
measure {
    for my $n (1 .. $_[0]) {
        msgsnd($queue, $message, 0) or die $!;
        msgrcv($queue, $data, 64, 2, 0) or die $!;
    }
};
