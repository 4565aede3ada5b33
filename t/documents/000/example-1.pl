use IPC::SysV qw(IPC_PRIVATE IPC_CREAT);
use IPC::SharedMem;

my $key = IPC_PRIVATE;
my $size = 2048;  # 2 KB
my $shmid = shmget($key, $size, IPC_CREAT | 0666);
if ($shmid == -1) {
    die "shmget failed: $!";
}
print "Shared memory segment ID: $shmid\n";
