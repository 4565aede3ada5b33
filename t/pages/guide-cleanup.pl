use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID IPC_STAT);

# The object, and who is to remove it.
my ($segment, $owner);
END {
    local ($?, $!);    # the calls below change them, and $? is the status of this program
    shmctl($segment, IPC_RMID, 0) if defined $segment && $$ == $owner;
}

# A signal ends a program without END, unless there is a handler.
$SIG{$_} = sub { exit 1 } for qw(HUP INT TERM);

$segment = shmget(IPC_PRIVATE, 100, 0600) // die "shmget: $!";
$owner = $$;

# The child runs END, too: without the test it would remove what its parent still needs.
my $child = fork // die "fork: $!";
exit if $child == 0;
waitpid $child, 0;

print 'after the child: ', shmctl($segment, IPC_STAT, my $record) ? 'still there' : $!, "\n";
