# Two processes in turn over two semaphores and a segment; the other one is run by PERL.
# ping-pong.pl ROUNDS PERL...
use strict;
use warnings;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE IPC_RMID);

my ($PING, $PONG, $SIZE) = (0, 1, 64);

sub down { my ($semid, $n) = @_; semop($semid, pack 's!3', $n, -1, 0) or die "semop: $!" }
sub up   { my ($semid, $n) = @_; semop($semid, pack 's!3', $n, 1, 0) or die "semop: $!" }

# What the segment holds after so many moves.
sub text { my ($move) = @_; return pack "q a$SIZE", $move, "move $move " x 5 }

sub expect_move {
    my ($shmid, $move) = @_;
    shmread($shmid, my $bytes, 0, 8 + $SIZE) or die "shmread: $!";
    return $bytes eq text($move);
}

sub make_move {
    my ($shmid, $move) = @_;
    shmwrite($shmid, text($move), 0, 8 + $SIZE) or die "shmwrite: $!";
}

if ($ARGV[0] eq '--pong') {
    my (undef, $rounds, $semid, $shmid) = @ARGV;
    my $wrong = 0;
    for my $round (1 .. $rounds) {
        down($semid, $PONG);
        expect_move($shmid, 2 * $round - 1) or $wrong++;
        make_move($shmid, 2 * $round);
        up($semid, $PING);
    }
    exit($wrong ? 1 : 0);
}

my ($rounds, @perl) = @ARGV;
@perl = $^X unless @perl;
my $semid = semget(IPC_PRIVATE, 2, IPC_CREAT | 0600) // die "semget: $!";
my $shmid = shmget(IPC_PRIVATE, 8 + $SIZE, IPC_CREAT | 0600) // die "shmget: $!";
my $pid = fork // die "fork: $!";
if ($pid == 0) {
    exec @perl, $0, '--pong', $rounds, $semid, $shmid or die "exec: $!";
}
$SIG{ALRM} = sub { kill KILL => $pid; die "no answer\n" };
alarm 300;
my $wrong = 0;
for my $round (1 .. $rounds) {
    make_move($shmid, 2 * $round - 1);
    up($semid, $PONG);
    down($semid, $PING);
    expect_move($shmid, 2 * $round) or $wrong++;
}
waitpid $pid, 0;
my $status = $?;
semctl($semid, 0, IPC_RMID, 0);
shmctl($shmid, IPC_RMID, 0);
print "$rounds rounds, $wrong wrong, the other one ended with $status\n";
