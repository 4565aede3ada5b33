use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EIDRM EINTR);
use POSIX qw(_exit);
use IPC::SysV qw(GETNCNT GETVAL GETZCNT IPC_RMID SETVAL);

# Calls that wait, and what ends the waiting.

sub child(&) {
    my ($code) = @_;
    my $pid = fork;
    die "fork: $!" unless defined $pid;
    return $pid if $pid;
    alarm 20;
    my $status = eval { $code->() };
    _exit(defined $status ? $status : 99);
}

sub status { waitpid $_[0], 0; return $? >> 8 }

# Waits until the condition holds; half a minute at most.
sub wait_until(&) {
    my ($condition) = @_;
    for (1 .. 3000) { return 1 if $condition->(); select undef, undef, undef, 0.01 }
    return;
}

subtest 'semop waits for a value' => sub {
    my $set = semaphore_set(1);
    my $pid = child { semop($set, pack 's!3', 0, -2, 0) ? 0 : 1 };
    ok(wait_until { semctl($set, 0, GETNCNT, 0) == 1 }, 'one process waits');
    semop($set, pack 's!3', 0, 1, 0);
    is(semctl($set, 0, GETNCNT, 0) + 0, 1, 'one is not enough');
    semop($set, pack 's!3', 0, 1, 0);
    is(status($pid), 0, 'two are');
    is(semctl($set, 0, GETVAL, 0) + 0, 0, 'taken');
};

subtest 'semop waits for zero' => sub {
    my $set = semaphore_set(1);
    semctl($set, 0, SETVAL, 1);
    my $pid = child { semop($set, pack 's!3', 0, 0, 0) ? 0 : 1 };
    ok(wait_until { semctl($set, 0, GETZCNT, 0) == 1 }, 'one process waits');
    semctl($set, 0, SETVAL, 0);
    is(status($pid), 0, 'SETVAL wakes it');
};

subtest 'removal' => sub {
    my $set = semaphore_set(1);
    my $pid = child { semop($set, pack 's!3', 0, -1, 0); $! + 0 };
    wait_until { semctl($set, 0, GETNCNT, 0) == 1 };
    semctl($set, 0, IPC_RMID, 0);
    is(status($pid), EIDRM, 'semop: EIDRM');
    my $queue = queue();
    pipe my $reader, my $writer or die;
    $pid = child { syswrite $writer, '1'; msgrcv($queue, my $message, 10, 0, 0); $! + 0 };
    sysread $reader, my $ready, 1;
    select undef, undef, undef, 0.1;
    msgctl($queue, IPC_RMID, 0);
    my $status = status($pid);
    ok($status == EIDRM || $status == 22, 'msgrcv: EIDRM');
};

subtest 'msgrcv waits for its type' => sub {
    my $queue = queue();
    my $pid = child { my $message; msgrcv($queue, $message, 10, 5, 0) && $message eq pack('l! a*', 5, 'five') ? 0 : 1 };
    msgsnd($queue, pack('l! a*', 4, 'four'), 0);
    msgsnd($queue, pack('l! a*', 5, 'five'), 0);
    is(status($pid), 0, 'received');
    is(stat_fields(msg => $queue)->{qnum}, 1, 'the other stays');
};

subtest 'msgsnd waits for room' => sub {
    my $queue = queue();
    my $data = '';
    msgctl($queue, 2, $data);
    substr($data, 88, 8) = pack 'Q', 10;
    msgctl($queue, 1, $data) or die;
    msgsnd($queue, pack('l! a*', 1, 'x' x 10), 0) or die;
    my $pid = child { msgsnd($queue, pack('l! a*', 2, 'y' x 10), 0) ? 0 : 1 };
    select undef, undef, undef, 0.1;
    is(stat_fields(msg => $queue)->{qnum}, 1, 'waiting');
    msgrcv($queue, my $message, 10, 1, 0);
    is(status($pid), 0, 'sent');
    is(stat_fields(msg => $queue)->{qnum}, 1, 'in the queue');
};

subtest 'signals' => sub {
    my $set = semaphore_set(1);
    my $queue = queue();
    my $handled = 0;
    local $SIG{ALRM} = sub { $handled++ };
    alarm 1;
    is(semop($set, pack 's!3', 0, -1, 0), 0, 'semop is interrupted');
    is($! + 0, EINTR, 'EINTR');
    is($handled, 1, 'the handler has run');
    alarm 1;
    is(msgrcv($queue, my $message, 10, 0, 0), 0, 'msgrcv is interrupted');
    is($! + 0, EINTR, 'EINTR');
    is($handled, 2, 'again');
    local $SIG{ALRM} = sub { die "timeout\n" };
    alarm 1;
    is(error_of { semop($set, pack 's!3', 0, -1, 0) }, "timeout\n", 'a handler that dies ends the call');
    alarm 0;
};

subtest 'SEM_UNDO' => sub {
    my $set = semaphore_set(2);
    my $undo = sub { pack 's!3', $_[0], $_[1], 010000 };
    status(child { semop($set, $undo->(0, 3)) && semop($set, $undo->(1, 2)) ? 0 : 1 });
    is(semctl($set, 0, GETVAL, 0) + 0, 0, 'undone at exit');
    my $pid = child { semop($set, $undo->(0, 3)); kill KILL => $$; sleep 5 };
    waitpid $pid, 0;
    is(semctl($set, 0, GETVAL, 0) + 0, 0, 'and when killed');
    status(child { semop($set, $undo->(0, 3)); semctl($set, 0, SETVAL, 5); 0 });
    is(semctl($set, 0, GETVAL, 0) + 0, 5, 'but not after SETVAL');
    status(child { semop($set, pack 's!3', 1, 4, 0); 0 });
    is(semctl($set, 1, GETVAL, 0) + 0, 4, 'nor without the flag');
};

done_testing;
