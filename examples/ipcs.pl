#!/usr/bin/env perl
# Lists the System V IPC objects of this system, like ipcs(1), without reading /proc: the info commands tell how many there
# may be, the STAT commands walk through the kernel's tables by index. These commands want the address of a buffer as a number.
#   ipcs.pl --all   lists everything
# Without arguments it makes one object of each kind, lists those, and removes them.
use strict;
use warnings;
use IPC::SysV qw(IPC_INFO IPC_PRIVATE IPC_RMID IPC_STAT MSG_INFO MSG_STAT SEM_INFO SEM_STAT SHM_INFO SHM_STAT);

# struct ipc_perm in front of each, then what interests here (Linux with 64 bits).
my %kind = (
    segment => {
        info => sub { shmctl($_[0], SHM_INFO, $_[1]) },
        walk => sub { shmctl($_[0], SHM_STAT, $_[1]) },
        show => sub { sprintf '%d bytes, attached %d times', unpack 'x48 Q x32 Q', $_[0] },
    },
    semaphores => {
        info => sub { semctl($_[0], 0, SEM_INFO, $_[1]) },
        walk => sub { semctl($_[0], 0, SEM_STAT, $_[1]) },
        show => sub { sprintf '%d semaphores', unpack 'x80 Q', $_[0] },
    },
    queue => {
        info => sub { msgctl($_[0], MSG_INFO, $_[1]) },
        walk => sub { msgctl($_[0], MSG_STAT, $_[1]) },
        show => sub { sprintf '%d bytes in %d messages', unpack 'x72 Q2', $_[0] },
    },
);

# A buffer and its address. The buffer has to live as long as the address is in use.
my $buffer  = "\0" x 256;
my $address = unpack 'L!', pack 'P', $buffer;

sub list {
    my ($name, $wanted) = @_;
    my $kind    = $kind{$name};
    my $highest = $kind->{info}->(0, $address) // die "$name: $!";
    for my $index (0 .. $highest) {
        my $id = $kind->{walk}->($index, $address) // next;    # EINVAL: nothing in this place; EACCES: not for us
        $id += 0;
        next if $wanted && !$wanted->{$id};
        my ($key, $uid, $gid, $cuid, $cgid, $mode) = unpack 'l L5', $buffer;
        my $owner = getpwuid($uid) // $uid;
        my @who   = $wanted ? () : ("id $id, key " . sprintf('0x%08x', $key & 0xffffffff) . ", of $owner,");
        print join(' ', "$name:", @who, sprintf('mode %04o,', $mode & 0777), $kind->{show}->($buffer)), "\n";
    }
}

if (@ARGV) {
    list($_) for qw(segment semaphores queue);
    exit;
}

my $segment    = shmget(IPC_PRIVATE, 5000, 0640) // die "shmget: $!";
my $semaphores = semget(IPC_PRIVATE, 3, 0600)    // die "semget: $!";
my $queue      = msgget(IPC_PRIVATE, 0622)       // die "msgget: $!";
msgsnd($queue, pack('l! a*', 1, $_), 0) or die "msgsnd: $!" for qw(one two three);

list(segment    => { $segment    => 1 });
list(semaphores => { $semaphores => 1 });
list(queue      => { $queue      => 1 });

shmctl($segment, IPC_INFO, $address) // die "shmctl: $!";
my ($largest, $smallest, $most) = unpack 'Q3', $buffer;
print "a segment has at least $smallest byte\n";
print "limits are known\n" if $largest > 0 && $most > 0;

shmctl($segment, IPC_RMID, 0) or die "shmctl: $!";
semctl($semaphores, 0, IPC_RMID, 0) or die "semctl: $!";
msgctl($queue, IPC_RMID, 0) or die "msgctl: $!";
