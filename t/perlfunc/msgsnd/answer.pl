use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID);

# One queue, both ways: requests have type 1, an answer has the process id of who asked.
my $id = msgget(IPC_PRIVATE, 0600) // die "msgget: $!";

my $server = fork // die "fork: $!";
if ($server == 0) {
    for (1 .. 2) {
        msgrcv($id, my $request, 100, 1, 0) or die "msgrcv: $!";
        my ($type, $client, $word) = unpack 'l! L a*', $request;
        msgsnd($id, pack('l! a*', $client, uc $word), 0) or die "msgsnd: $!";
    }
    exit;
}

for my $word (qw(ping pong)) {
    msgsnd($id, pack('l! L a*', 1, $$, $word), 0) or die "msgsnd: $!";
    msgrcv($id, my $answer, 100, $$, 0) or die "msgrcv: $!";
    print "$word: ", unpack('x[l!] a*', $answer), "\n";
}
waitpid $server, 0;

msgctl($id, IPC_RMID, 0) or die "msgctl: $!";
