use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID);

my $queue = msgget(IPC_PRIVATE, 0600) // die "msgget: $!";

# A type is a native long: l!, which has eight bytes here. l has always four, so part of the text becomes the type.
print length(pack 'l', 1), ' and ', length(pack 'l!', 1), " bytes\n";
msgsnd($queue, pack('l a*', 1, 'hello world'), 0) or die "msgsnd: $!";
msgrcv($queue, my $message, 100, 0, 0) or die "msgrcv: $!";
my ($type, $text) = unpack 'l! a*', $message;
print 'wrong: ', $type == 1 ? 'type 1' : 'another type', ", text '$text'\n";

msgsnd($queue, pack('l! a*', 1, 'hello world'), 0) or die "msgsnd: $!";
msgrcv($queue, $message, 100, 0, 0) or die "msgrcv: $!";
($type, $text) = unpack 'l! a*', $message;
print "right: type $type, text '$text'\n";
msgctl($queue, IPC_RMID, 0) or die "msgctl: $!";

# Semaphores are native shorts. A template without a star packs one value.
print length(pack 's!', (0) x 3), ' and ', length(pack 's!*', (0) x 3), " bytes\n";

# In a segment numbers are what you make them: pack them with a fixed size, or keep their length.
print unpack('Z*', pack 'Z16', 'text'), ' ', unpack('L/a*', pack 'L/a*', "any\0bytes") =~ s/\0/\\0/r, "\n";
