use strict;
use warnings;
use IPC::SysV qw(IPC_INFO IPC_NOWAIT IPC_PRIVATE IPC_RMID);

# The limits of this system. The buffer must be long enough, and live while its address is in use.
my $buffer  = "\0" x 128;
my $address = unpack 'L!', pack 'P', $buffer;
shmctl(0, IPC_INFO, $address) // die "shmctl: $!";
my ($largest, undef, $segments) = unpack 'Q3', $buffer;
msgctl(0, IPC_INFO, $address) // die "msgctl: $!";
my ($longest, $capacity) = unpack 'x8 l2', $buffer;
semctl(0, 0, IPC_INFO, $address) // die "semctl: $!";
my ($per_set, $operations) = unpack 'x16 l2', $buffer;

sub attempt {
    my ($what, $result) = @_;
    my $error = "$!";
    print "$what: ", $result ? "done\n" : "$error\n";
}

# Beyond the limit of one object: EINVAL.
attempt('a segment too large', shmget(IPC_PRIVATE, $largest + 1, 0600)) if $largest < ~0;
attempt('a set too large', semget(IPC_PRIVATE, $per_set + 1, 0600));

my $queue = msgget(IPC_PRIVATE, 0600) // die "msgget: $!";
attempt('a message too long', msgsnd($queue, pack('l! a*', 1, 'x' x ($longest + 1)), IPC_NOWAIT));

# A full queue is no error but a reason to wait: EAGAIN with IPC_NOWAIT.
my $text = 'x' x $longest;
my $sent = 0;
$sent++ while msgsnd($queue, pack('l! a*', 1, $text), IPC_NOWAIT);
attempt('one more', 0);
print "as many as fit\n" if $sent == int $capacity / $longest;
msgctl($queue, IPC_RMID, 0) or die "msgctl: $!";

my $set = semget(IPC_PRIVATE, 1, 0600) // die "semget: $!";
attempt('too many operations', semop($set, pack('s!3', 0, 1, 0) x ($operations + 1)));
semctl($set, 0, IPC_RMID, 0) or die "semctl: $!";
