use strict;
use warnings;
use IPC::Msg;
use IPC::SysV qw(IPC_NOWAIT IPC_PRIVATE MSG_NOERROR);

my $msg = IPC::Msg->new(IPC_PRIVATE, 0600) // die "IPC::Msg: $!";

$msg->snd(7, 'hello') or die "snd: $!";
$msg->snd(3, 'a longer text') or die "snd: $!";
my $record = $msg->stat // die "stat: $!";
print $record->qnum, " messages\n";

# The type is the result, the text goes into the variable, without the type in front.
my $type = $msg->rcv(my $text, 100, -9) // die "rcv: $!";
print "$type: $text\n";

# Too long for the room: it stays; cut on request.
$msg->rcv($text, 2) or print "rcv: $!\n";
$type = $msg->rcv($text, 2, 0, MSG_NOERROR) // die "rcv: $!";
print "$type: $text\n";

# Nothing there: an empty list, and the variable keeps its value.
my @result = $msg->rcv($text, 100, 0, IPC_NOWAIT);
print scalar(@result), " results, $!, still $text\n";

# Text is encoded first.
eval { $msg->snd(1, "\x{263a}") };
print $@ =~ s/ at .*//sr, "\n";

$msg->remove or die "remove: $!";
