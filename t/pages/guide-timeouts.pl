use strict;
use warnings;
use Errno qw(EAGAIN EINTR);
use IPC::SysV qw(IPC_NOWAIT IPC_PRIVATE IPC_RMID);
use Time::HiRes qw(alarm sleep time);

my $set  = semget(IPC_PRIVATE, 1, 0600) // die "semget: $!";
my $take = pack 's!3', 0, -1, 0;

# A time limit: the handler makes the call fail with EINTR. The signal could come just before the call, so repeat it.
sub take_within {
    my ($seconds) = @_;
    my $late = 0;
    local $SIG{ALRM} = sub { $late = 1 };
    alarm $seconds, 0.05;
    my $taken = 0;
    until ($taken = semop($set, $take)) { last if $! != EINTR || $late }
    my $error = $!;
    alarm 0;
    $! = $error;
    return $taken;
}
print take_within(0.05) ? "taken\n" : "not taken: $!\n";

# The same by asking again and again, without signals.
sub poll_within {
    my ($seconds) = @_;
    my $end = time + $seconds;
    until (semop($set, pack 's!3', 0, -1, IPC_NOWAIT)) {
        return 0 if $! != EAGAIN || time > $end;
        sleep 0.01;
    }
    return 1;
}
print poll_within(0.05) ? "taken\n" : "not taken: $!\n";

# Other signals interrupt, too: a program with handlers puts every waiting call into a loop.
local $SIG{USR1} = sub { };
my $parent = $$;
my $child = fork // die "fork: $!";
if ($child == 0) {
    for (1 .. 3) { sleep 0.03; kill USR1 => $parent }
    sleep 0.03;
    semop($set, pack 's!3', 0, 1, 0) or die "semop: $!";
    exit;
}
my $interruptions = 0;
until (semop($set, $take)) {
    die "semop: $!" unless $! == EINTR;
    $interruptions++;
}
waitpid $child, 0;
print "taken after interruptions\n" if $interruptions;

semctl($set, 0, IPC_RMID, 0) or die "semctl: $!";
