use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_EXCL);
use IPC::SharedMem;

my $key = ftok("somefile", 1);  # Generate a unique key
my $size = 1024;                 # Size of the shared memory segment
my $shmid = shmget($key, $size, IPC_CREAT | 0666);
