use strict;
use warnings;
use IPC::SysV qw(IPC_CREAT IPC_EXCL IPC_RMID);

my $key = 0x12380000 + $$ % 0x10000;

defined msgget($key, 0) or print "before: $!\n";

my $id = msgget($key, IPC_CREAT | 0600) // die "msgget: $!";
my $same = msgget($key, 0) // die "msgget: $!";
print "found\n" if $same == $id;

defined msgget($key, IPC_CREAT | IPC_EXCL | 0600) or print "exclusively: $!\n";

msgctl($id, IPC_RMID, 0) or die "msgctl: $!";
