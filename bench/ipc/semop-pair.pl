# What do a semop up and a semop down cost?
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE IPC_RMID);

my $sem = semget(IPC_PRIVATE, 1, 0600 | IPC_CREAT) // die "semget: $!";
END { semctl($sem, 0, IPC_RMID, 0) if defined $sem }

my ($down, $up) = (pack('s!3', 0, -1, 0), pack('s!3', 0, 1, 0));
measure {
    for my $n (1 .. $_[0]) {
        semop($sem, $up) or die $!;
        semop($sem, $down) or die $!;
    }
};
