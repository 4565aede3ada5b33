# Four producers, run by this perl, and four consumers, run by PERL, on one queue: each message is received once.
# queue.pl MESSAGES PERL...
use strict;
use warnings;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE IPC_RMID);

my ($WORK, $STOP, $MANY) = (1, 2, 4);

# Each message carries its number and a text that follows from it.
sub text { my ($n) = @_; return pack 'N a*', $n, "message $n " x ($n % 5) }

if ($ARGV[0] eq '--consume') {
    my (undef, $msqid, $shmid, $messages) = @ARGV;
    my $seen = "\0" x $messages;
    my $damaged = 0;
    while (1) {
        msgrcv($msqid, my $message, 200, 0, 0) or die "msgrcv: $!";
        my ($type, $text) = unpack 'l! a*', $message;
        last if $type == $STOP;
        my $n = unpack 'N', $text;
        $damaged++ unless $text eq text($n);
        substr($seen, $n, 1) = chr(1 + ord substr $seen, $n, 1);
    }
    shmwrite($shmid, $seen, 0, $messages) or die "shmwrite: $!";
    exit($damaged ? 1 : 0);
}

my ($messages, @perl) = @ARGV;
@perl = $^X unless @perl;
my $msqid = msgget(IPC_PRIVATE, IPC_CREAT | 0600) // die "msgget: $!";
my (@shmids, @consumers, @producers);
for my $n (0 .. $MANY - 1) {
    $shmids[$n] = shmget(IPC_PRIVATE, $messages, IPC_CREAT | 0600) // die "shmget: $!";
    $consumers[$n] = fork // die "fork: $!";
    if ($consumers[$n] == 0) {
        exec @perl, $0, '--consume', $msqid, $shmids[$n], $messages or die "exec: $!";
    }
}
for my $n (0 .. $MANY - 1) {
    $producers[$n] = fork // die "fork: $!";
    next if $producers[$n] != 0;
    for (my $i = $n; $i < $messages; $i += $MANY) {
        msgsnd($msqid, pack('l! a*', $WORK, text($i)), 0) or die "msgsnd: $!";
    }
    exit 0;
}
$SIG{ALRM} = sub { kill KILL => @producers, @consumers; die "no end\n" };
alarm 300;

my $failed = 0;
for my $pid (@producers) {
    waitpid $pid, 0;
    $failed++ if $?;
}
msgsnd($msqid, pack('l! a*', $STOP, ''), 0) or die "msgsnd: $!" for 1 .. $MANY;
for my $pid (@consumers) {
    waitpid $pid, 0;
    $failed++ if $?;
}
my @times = (0) x 3;
my @seen = map { shmread($_, my $bytes, 0, $messages) or die "shmread: $!"; [unpack 'C*', $bytes] } @shmids;
for my $i (0 .. $messages - 1) {
    my $received = 0;
    $received += $_->[$i] for @seen;
    $times[$received > 2 ? 2 : $received]++;
}
msgctl($msqid, IPC_RMID, 0);
shmctl($_, IPC_RMID, 0) for @shmids;
print "$messages messages: $times[1] received once, $times[0] never, $times[2] more often; $failed processes failed\n";
