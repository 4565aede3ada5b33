#!/usr/bin/env perl
# Two programs that have nothing in common but a file name share a count of visits: ftok makes the same key of it in both.
#   shared-state.pl FILE visit     counts one visit
#   shared-state.pl FILE remove    removes segment and semaphore
# Without arguments it plays both parts: it starts itself, several times at once, with a file of its own.
use strict;
use warnings;
use Errno qw(EEXIST);
use IPC::SysV qw(IPC_CREAT IPC_EXCL IPC_RMID IPC_STAT SEM_UNDO ftok);

my ($file, $command) = @ARGV ? @ARGV : demonstrate();

my $key = ftok($file, ord 'V') // die "ftok $file: $!";

# The creator adds 1 to the new semaphore, which opens the lock; whoever only finds it waits for that in lock().
sub open_lock {
    my $id = semget($key, 1, IPC_CREAT | IPC_EXCL | 0600);
    if (defined $id) {
        semop($id, pack 's!3', 0, 1, 0) or die "semop: $!";
        return $id;
    }
    die "semget: $!" unless $! == EEXIST;
    return semget($key, 1, 0600) // die "semget: $!";
}

my $lock    = open_lock();
my $segment = shmget($key, 8, IPC_CREAT | 0600) // die "shmget: $!";    # new segments are all NULs: a count of 0

if ($command eq 'remove') {
    shmread($segment, my $data, 0, 8) or die "shmread: $!";
    print 'visits: ', unpack('Q', $data), "\n";
    shmctl($segment, IPC_RMID, 0) or die "shmctl: $!";
    semctl($lock, 0, IPC_RMID, 0) or die "semctl: $!";
}
else {
    semop($lock, pack 's!3', 0, -1, SEM_UNDO) or die "semop: $!";
    shmread($segment, my $data, 0, 8) or die "shmread: $!";
    shmwrite($segment, pack('Q', 1 + unpack 'Q', $data), 0, 8) or die "shmwrite: $!";
    semop($lock, pack 's!3', 0, 1, SEM_UNDO) or die "semop: $!";
}

# Three programs at once, four visits each, then the count. Returns nothing: the program ends here.
sub demonstrate {
    my $name = "/tmp/shared-state.$$";
    open my $handle, '>', $name or die "$name: $!";
    close $handle;
    my @programs;
    for (1 .. 3) {
        my $pid = fork // die "fork: $!";
        if ($pid == 0) {
            for (1 .. 4) { system($^X, $0, $name, 'visit') == 0 or exit 1 }
            exit 0;
        }
        push @programs, $pid;
    }
    for (@programs) { waitpid $_, 0; die "a program failed\n" if $? }
    system $^X, $0, $name, 'remove';
    unlink $name;
    exit;
}
