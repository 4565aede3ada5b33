use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID);

my $creator = $$;
my $id = shmget(IPC_PRIVATE, 1024, 0600) // die "shmget: $!";

# Also runs after die and exit, and in forked children, which must not remove what they share.
END { shmctl($id, IPC_RMID, 0) if defined $id && $$ == $creator }

$SIG{TERM} = $SIG{INT} = sub { exit 1 };    # so that END runs after these signals, too

shmwrite($id, 'hello', 0, 5) or die "shmwrite: $!";
shmread($id, my $text, 0, 5) or die "shmread: $!";
print "$text\n";
