use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID);

# Records of one size: a name of 12 bytes and a counter of four.
my $record = 'Z12 L';
my $size = length pack $record, '', 0;

my $id = shmget(IPC_PRIVATE, 3 * $size, 0600) // die "shmget: $!";

my $number = 0;
for (qw(apples pears plums)) {
    shmwrite($id, pack($record, $_, length), $number++ * $size, $size) or die "shmwrite: $!";
}

for my $n (0 .. 2) {
    shmread($id, my $data, $n * $size, $size) or die "shmread: $!";
    printf "%d: %s %d\n", $n, unpack $record, $data;
}

shmctl($id, IPC_RMID, 0) or die "shmctl: $!";
