# What do a msgsnd and a msgrcv cost?
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE IPC_RMID);

my $queue = msgget(IPC_PRIVATE, 0600 | IPC_CREAT) // die "msgget: $!";
END { msgctl($queue, IPC_RMID, 0) if defined $queue }

my $message = pack 'l! a*', 1, 'm' x 64;
my $data = '';
measure {
    for my $n (1 .. $_[0]) {
        msgsnd($queue, $message, 0) or die $!;
        msgrcv($queue, $data, 64, 0, 0) or die $!;
    }
};
