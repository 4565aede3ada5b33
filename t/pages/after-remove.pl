use strict;
use warnings;
use IPC::Msg;
use IPC::SysV qw(IPC_NOWAIT IPC_PRIVATE);

my $msg = IPC::Msg->new(IPC_PRIVATE, 0600) // die "IPC::Msg: $!";
$msg->remove or die "remove: $!";

# The object has forgotten its id, and undef is 0: whoever has queue 0 would get this.
print 'id: ', $msg->id // 'undef', "\n";

# So drop the object together with the queue,
undef $msg;

# or keep the id, which the system does not use again so soon: then a mistake is an error.
my $other = IPC::Msg->new(IPC_PRIVATE, 0600) // die "IPC::Msg: $!";
my $id = $other->id;
$other->remove or die "remove: $!";
msgsnd($id, pack('l! a*', 1, 'text'), IPC_NOWAIT) or print "by its id: $!\n";
