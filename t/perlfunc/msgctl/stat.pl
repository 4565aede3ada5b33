use strict;
use warnings;
use IPC::SysV qw(IPC_NOWAIT IPC_PRIVATE IPC_RMID IPC_SET IPC_STAT);

my $id = msgget(IPC_PRIVATE, 0600) // die "msgget: $!";
msgsnd($id, pack('l! a*', 1, $_), 0) or die "msgsnd: $!" for qw(one two three);

# struct msqid_ds of Linux with 64 bits
msgctl($id, IPC_STAT, my $data) or die "msgctl: $!";
my ($mode, $bytes, $messages) = unpack 'x20 L x48 Q2', $data;
printf "mode %04o, %d messages, %d bytes\n", $mode, $messages, $bytes;

# Make the queue smaller: its limit is at offset 88.
substr($data, 88, 8) = pack 'Q', 12;
msgctl($id, IPC_SET, $data) or die "msgctl: $!";
msgsnd($id, pack('l! a*', 1, 'four'), IPC_NOWAIT) or print "full: $!\n";

msgctl($id, IPC_RMID, 0) or die "msgctl: $!";
msgsnd($id, pack('l! a*', 1, 'five'), 0) or print "removed: $!\n";
