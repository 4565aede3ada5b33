use strict;
use warnings;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE IPC_RMID);

# Keys from 2**31 on are all the same key.
my $one = shmget(0xDEADBEEF, 10, IPC_CREAT | 0600) // die "shmget: $!";
my $two = shmget(0xCAFEBABE, 10, IPC_CREAT | 0600) // die "shmget: $!";
print 'two keys, ', $one == $two ? 'one segment' : 'two segments', "\n";
shmctl($one, IPC_RMID, 0) or die "shmctl: $!";

my $id = shmget(IPC_PRIVATE, 20, 0600) // die "shmget: $!";

# What is read has the length that was asked for.
shmwrite($id, 'yes', 0, 20) or die "shmwrite: $!";
shmread($id, my $answer, 0, 20) or die "shmread: $!";
print 'equal to what was written: ', $answer eq 'yes' ? 'yes' : 'no', "\n";
print 'without the NULs: ', unpack('Z*', $answer) eq 'yes' ? 'yes' : 'no', "\n";

# A missing element is no variable.
my %data;
eval { shmread($id, $data{answer}, 0, 20); 1 } or print $@ =~ s/ at .*//sr, "\n";

# $! is only meaningful after a failure, and it is read when print gets there.
shmread($id, my $text, 19, 2) and print "read\n";
my $error = "$!";
printf "at once: %s; later: %s\n", $error, shmctl($id, IPC_RMID, 0) ? "'$!'" : $!;
