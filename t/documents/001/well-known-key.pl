my $key = 0xDEADBEEF;
my $shmid = shmget($key, 0, 0)
    or die "shmget: $!";
