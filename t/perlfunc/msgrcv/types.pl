use strict;
use warnings;
use Errno qw(ENOMSG);
use IPC::SysV qw(IPC_NOWAIT IPC_PRIVATE IPC_RMID MSG_EXCEPT);

my $id = msgget(IPC_PRIVATE, 0600) // die "msgget: $!";
msgsnd($id, pack('l! a*', @$_), 0) or die "msgsnd: $!" for [ 3, 'c' ], [ 1, 'a' ], [ 2, 'b' ], [ 3, 'd' ], [ 1, 'e' ];

sub receive {
    my ($what, $type, $flags) = @_;
    my $received = msgrcv($id, my $message, 100, $type, $flags | IPC_NOWAIT);
    printf "%-22s %s\n", $what, $received ? join ' ', unpack 'l! a*', $message : "nothing: $!";
}

receive('the oldest:',          0,  0);
receive('of type 3:',           3,  0);
receive('of the lowest type:',  -9, 0);
receive('not of type 1:',       1,  MSG_EXCEPT);
receive('of type 5:',           5,  0);
print "ENOMSG\n" if $! == ENOMSG;

msgctl($id, IPC_RMID, 0) or die "msgctl: $!";
