use strict;
use warnings;
use IPC::SysV qw(IPC_NOWAIT IPC_PRIVATE IPC_RMID MSG_NOERROR);

my $id = msgget(IPC_PRIVATE, 0600) // die "msgget: $!";
msgsnd($id, pack('l! a*', 1, 'a long message'), 0) or die "msgsnd: $!";

# SIZE is the room for the text; the type in front of it does not count.
my $message = 'unchanged';
print msgrcv($id, $message, 6, 0, IPC_NOWAIT), ": $!\n";
print "$message\n";

# MSG_NOERROR takes what fits. The result is 1, not a length: the length is that of the variable.
print msgrcv($id, $message, 6, 0, IPC_NOWAIT | MSG_NOERROR), "\n";
print length $message, ' bytes: ', unpack('x[l!] a*', $message), "\n";

msgctl($id, IPC_RMID, 0) or die "msgctl: $!";
