use IPC::SysV qw(IPC_CREAT);
use IPC::SharedMem;

my $key = ftok("somefile", 1);
my $shmid = shmget($key, 0, 0);  # Get the size and access the segment
if ($shmid == -1) {
    die "shmget failed: $!";
}
print "Accessed existing shared memory segment ID: $shmid\n";
