#!/usr/bin/perl -w
# A server behind a message queue: commands from several clients, answers by process id, an orderly end by signal.
use strict;
use IPC::Msg;
use IPC::SysV qw(IPC_CREAT IPC_NOWAIT IPC_PRIVATE S_IRWXU);
use POSIX ":sys_wait_h";

my $REQUEST = 1;
my %commands = (
    ADD  => sub { my $sum = 0; $sum += $_ for @_; return $sum },
    REV  => sub { return join ' ', reverse @_ },
    LEN  => sub { return length join '', @_ },
    FAIL => sub { die "refused: @_\n" },
);

my $queue = new IPC::Msg(IPC_PRIVATE, IPC_CREAT | S_IRWXU) or die "queue: $!";
my %total;

sub serve {
    my $running = 1;
    local $SIG{TERM} = sub { $running = 0 };
    while ($running) {
        my $request;
        my $type = $queue->rcv($request, 256, $REQUEST);
        next unless defined $type;    # interrupted
        my ($client, $line) = unpack 'N a*', $request;
        my ($name, @args) = split ' ', $line;
        my $code = $commands{ uc $name };
        my $answer = $code ? eval { $code->(@args) } : undef;
        $answer = $code ? "error: $@" : "unknown: $name" unless defined $answer;
        chomp $answer;
        $total{$name}++;
        $queue->snd($client, $answer) or die "snd: $!";
    }
    return scalar keys %total;
}

sub ask {
    my ($line) = @_;
    $queue->snd($REQUEST, pack 'N a*', $$, $line) or die "snd: $!";
    $queue->rcv(my $answer, 256, $$) or die "rcv: $!";
    return $answer;
}

my $server = fork();
die "fork: $!" unless defined $server;
if ($server == 0) {
    my $kinds = serve();
    POSIX::_exit($kinds);
}

print "$_ -> ", ask($_), "\n" for 'add 1 2 3', 'rev a b c', 'len hello', 'fail now', 'jump';

my %client;
foreach my $n (1 .. 3) {
    my $pid = fork();
    die unless defined $pid;
    if (!$pid) { POSIX::_exit(ask("add $n $n") == 2 * $n ? 0 : 1) }
    $client{$pid} = $n;
}
my $failed = 0;
while (%client) {
    my $pid = waitpid(-1, 0);
    next unless delete $client{$pid};
    $failed++ if $?;
}
print "$failed clients failed\n";

kill 'TERM', $server;
waitpid $server, 0;
print 'the server knew ', WEXITSTATUS($?), " kinds of requests\n" if WIFEXITED($?);
$queue->remove;
