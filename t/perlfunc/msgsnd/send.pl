use strict;
use warnings;
use IPC::SysV qw(IPC_NOWAIT IPC_PRIVATE IPC_RMID);

my $id = msgget(IPC_PRIVATE, 0600) // die "msgget: $!";

# A message is a native long, its type, and any bytes behind it.
msgsnd($id, pack('l! a*', 7, 'hello'), 0) or die "msgsnd: $!";
msgrcv($id, my $message, 100, 0, 0) or die "msgrcv: $!";
my ($type, $text) = unpack 'l! a*', $message;
print "type $type: $text\n";

# The type must be at least 1.
msgsnd($id, pack('l! a*', 0, 'hello'), IPC_NOWAIT) or print "type 0: $!\n";

# A string without room for a type is an exception.
eval { msgsnd($id, 'hello', IPC_NOWAIT) };
print $@ =~ s/ at .*//sr, "\n";

msgctl($id, IPC_RMID, 0) or die "msgctl: $!";
