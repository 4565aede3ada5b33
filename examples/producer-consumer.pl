#!/usr/bin/env perl
# A producer hands lines to a consumer through one place in shared memory. Two semaphores say whose turn it is:
# EMPTY counts free places, FULL counts filled ones.
use strict;
use warnings;
use IPC::SysV qw(IPC_PRIVATE IPC_RMID SETALL);

use constant { EMPTY => 0, FULL => 1, SIZE => 256 };

my $parent  = $$;
my $segment = shmget(IPC_PRIVATE, SIZE, 0600) // die "shmget: $!";
my $turns   = semget(IPC_PRIVATE, 2, 0600)    // die "semget: $!";

# END runs in forked children, too: only the creator removes.
END {
    if (defined $parent && $$ == $parent) {
        shmctl($segment, IPC_RMID, 0) if defined $segment;
        semctl($turns, 0, IPC_RMID, 0) if defined $turns;
    }
}

semctl($turns, 0, SETALL, pack 's!*', 1, 0) or die "semctl: $!";

sub wait_for { semop($turns, pack 's!3', $_[0], -1, 0) or die "semop: $!" }
sub signal   { semop($turns, pack 's!3', $_[0], 1,  0) or die "semop: $!" }

# A length in front makes every string of bytes possible, NULs and the empty one included.
sub put {
    my ($line) = @_;
    wait_for(EMPTY);
    shmwrite($segment, pack('S/a*', $line), 0, SIZE) or die "shmwrite: $!";
    signal(FULL);
}

sub get {
    wait_for(FULL);
    shmread($segment, my $data, 0, SIZE) or die "shmread: $!";
    signal(EMPTY);
    return unpack 'S/a*', $data;
}

my $producer = fork // die "fork: $!";
if ($producer == 0) {
    put($_) for 'first line', "with a NUL: \0", map("line $_", 3 .. 9), '';
    exit;
}

# The empty line is the end.
my $count = 0;
while (length(my $line = get())) {
    $line =~ s/\0/\\0/g;
    printf "%d: %s\n", ++$count, $line;
}
waitpid $producer, 0;
