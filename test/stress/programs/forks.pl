# Many forks in a row. Each child does real work: a hash, sorting, formatting, a semaphore and shared memory.
# forks.pl COUNT
use strict;
use warnings;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE IPC_RMID SEM_UNDO SETVAL);
use POSIX qw(WNOHANG);

my $count = shift // 100;
my $semid = semget(IPC_PRIVATE, 1, IPC_CREAT | 0600) // die "semget: $!";
my $shmid = shmget(IPC_PRIVATE, 8, IPC_CREAT | 0600) // die "shmget: $!";
my $parent = $$;
END {
    if (defined $parent && $$ == $parent) {
        semctl($semid, 0, IPC_RMID, 0) if defined $semid;
        shmctl($shmid, IPC_RMID, 0) if defined $shmid;
    }
}
semctl($semid, 0, SETVAL, 1) // die "SETVAL: $!";
shmwrite($shmid, pack('q', 0), 0, 8) or die "shmwrite: $!";

sub work {
    my ($n) = @_;
    my %seen = map { ("key $_" => $_ * $n) } 1 .. 200;
    my @sorted = sort { $seen{$a} <=> $seen{$b} || $a cmp $b } keys %seen;
    my $text = join ',', map { sprintf '%s=%d', $_, $seen{$_} } @sorted;
    my $matches = () = $text =~ /key (\d+)=\d+/g;
    semop($semid, pack 's!3', 0, -1, SEM_UNDO) or return 1;
    shmread($shmid, my $bytes, 0, 8) or return 2;
    shmwrite($shmid, pack('q', unpack('q', $bytes) + $matches), 0, 8) or return 3;
    semop($semid, pack 's!3', 0, 1, SEM_UNDO) or return 4;
    return 10 + $n % 200;
}

my $wrong = 0;
for my $n (1 .. $count) {
    my $pid = fork // die "fork $n: $!";
    exit work($n) if $pid == 0;
    my $waited = waitpid $pid, 0;
    $wrong++ unless $waited == $pid && $? == (10 + $n % 200) << 8;
}
shmread($shmid, my $bytes, 0, 8) or die "shmread: $!";
my $total = unpack 'q', $bytes;
my $left = waitpid -1, WNOHANG;
print "$count children, $wrong wrong, ", ($total == 200 * $count ? 'all' : 'not all'), " work done, ",
    ($left == -1 ? 'none' : 'some'), " left\n";
