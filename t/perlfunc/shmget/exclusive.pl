use strict;
use warnings;
use Errno qw(EEXIST);
use IPC::SysV qw(IPC_CREAT IPC_EXCL IPC_RMID);

my $key = 0x12350000 + $$ % 0x10000;

# Opens the segment, and tells whether this call created it.
sub open_segment {
    my $id = shmget($key, 100, IPC_CREAT | IPC_EXCL | 0600);
    return ($id, 'created') if defined $id;
    die "shmget: $!" unless $! == EEXIST;
    return (shmget($key, 0, 0) // die("shmget: $!"), 'opened');
}

my ($mine, $how)   = open_segment();
my ($same, $again) = open_segment();
print "$how, then $again\n";
print "one segment\n" if $mine == $same;

shmctl($mine, IPC_RMID, 0) or die "shmctl: $!";
