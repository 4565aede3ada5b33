use IPC::SysV qw(IPC_CREAT S_IRUSR S_IWUSR S_IRGRP);
my $shmid = shmget(0x1234, 8192, IPC_CREAT | S_IRUSR | S_IWUSR | S_IRGRP)
    or die "shmget: $!";
