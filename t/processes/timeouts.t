# Timeouts by alarm: a handler that dies unwinds out of every call that can block (perlipc, "Signals").
use strict;
use warnings;
use Test::More;
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_RMID);
use POSIX ();
use Time::HiRes ();

my $semid = semget(IPC_PRIVATE, 1, 0600 | IPC_CREAT);
my $msqid = msgget(IPC_PRIVATE, 0600 | IPC_CREAT);
defined $semid && defined $msqid or plan skip_all => "no System V IPC here: $!";
pipe(my $reader, my $writer) or die "pipe: $!";
my $sleeper = fork // die "fork: $!";
if ($sleeper == 0) {
    sleep 60;
    POSIX::_exit(0);
}

my %blocking = (
    semop   => sub { semop($semid, pack 's!3', 0, -1, 0) },
    msgrcv  => sub { msgrcv($msqid, my $text, 10, 0, 0) },
    sleep   => sub { sleep 60 },
    select  => sub { select undef, undef, undef, 60 },
    read    => sub { read $reader, my $text, 1 },
    sysread => sub { sysread $reader, my $text, 1 },
    readline => sub { my $line = <$reader> },
    waitpid => sub { waitpid $sleeper, 0 },
    loop    => sub { 1 while 1 },
);

for my $name (sort keys %blocking) {
    local $SIG{ALRM} = sub { die "timeout\n" };
    my $began = Time::HiRes::time();
    my $ended = eval {
        Time::HiRes::alarm(0.1);
        $blocking{$name}->();
        1;
    };
    my $error = $@;
    Time::HiRes::alarm(0);
    my $took = Time::HiRes::time() - $began;
    ok !$ended && $error eq "timeout\n", "$name is left by die";
    cmp_ok $took, '<', 2, "$name ends at once";
}

my $interrupted = 0;
{
    local $SIG{ALRM} = sub { $interrupted++ };
    Time::HiRes::alarm(0.1);
    my $done = semop($semid, pack 's!3', 0, -1, 0);
    my $errno = $!;
    ok !$done, 'semop fails when the handler returns';
    is $errno + 0, POSIX::EINTR(), 'with EINTR';
    is $interrupted, 1, 'the handler ran once';
}

kill KILL => $sleeper;
waitpid $sleeper, 0;
semctl($semid, 0, IPC_RMID, 0);
msgctl($msqid, IPC_RMID, 0);
done_testing;
