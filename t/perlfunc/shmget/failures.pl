use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT);

my $missing_key = 0x12360000 + $$ % 0x10000;

for ([ 'unknown key', $missing_key, 100 ], [ 'size 0', IPC_PRIVATE, 0 ], [ 'size -1', IPC_PRIVATE, -1 ]) {
    my ($what, $key, $size) = @$_;
    my $id = shmget($key, $size, 0600);
    print "$what: ", defined $id ? "id $id" : $!, "\n";
}

# A failure is one value also in list context.
my @result = shmget($missing_key, 100, 0600);
print scalar(@result), " value, ", defined $result[0] ? 'defined' : 'undefined', "\n";
