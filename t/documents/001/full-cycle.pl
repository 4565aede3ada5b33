use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_RMID S_IRUSR S_IWUSR);
my $shmid = shmget(IPC_PRIVATE, 1024, IPC_CREAT | S_IRUSR | S_IWUSR)
    or die "shmget: $!";
END { shmctl($shmid, IPC_RMID, 0) if defined $shmid; }
shmwrite($shmid, "hello", 0, 5) or die "shmwrite: $!";
shmread($shmid, my $buf, 0, 5) or die "shmread: $!";
