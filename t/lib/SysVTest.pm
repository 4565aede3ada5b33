package SysVTest;

# What the tests share: collecting warnings and exceptions, unused keys, and objects that are removed at the end.

use strict;
use warnings;
use Exporter 'import';

our @EXPORT = qw(warnings_of error_of here unused_key segment semaphore_set queue also_remove stat_fields);

use constant { IPC_PRIVATE => 0, IPC_RMID => 0, IPC_STAT => 2 };

my $owner = $$;
my @objects;    # [ kind, id ] of everything that must be gone when the test is over

# The warnings that a block gives, in order.
sub warnings_of (&) {
    my ($code) = @_;
    my @warnings;
    local $SIG{__WARN__} = sub { push @warnings, $_[0] };
    $code->();
    return @warnings;
}

# The text of the exception that a block dies with, or the empty string.
sub error_of (&) {
    my ($code) = @_;
    local $@;
    return eval { $code->(); 1 } ? '' : $@;
}

# " at FILE line N.\n" for the line of the caller, or one some lines away from it.
sub here {
    my ($away) = @_;
    my (undef, $file, $line) = caller;
    return sprintf " at %s line %d.\n", $file, $line + ($away || 0);
}

my $last_key = 0x10000000 + ($$ & 0xfffff) * 64;

# A key of this process that nothing uses.
sub unused_key { return ++$last_key }

sub also_remove { push @objects, [@_]; return $_[1] }

sub segment {
    my ($size, $mode) = @_;
    my $id = shmget(IPC_PRIVATE, $size, defined $mode ? $mode : 0600);
    defined $id or die "shmget: $!";
    return also_remove(shm => $id);
}

sub semaphore_set {
    my ($count, $mode) = @_;
    my $id = semget(IPC_PRIVATE, $count, defined $mode ? $mode : 0600);
    defined $id or die "semget: $!";
    return also_remove(sem => $id);
}

sub queue {
    my ($mode) = @_;
    my $id = msgget(IPC_PRIVATE, defined $mode ? $mode : 0600);
    defined $id or die "msgget: $!";
    return also_remove(msg => $id);
}

my %template = (
    shm => [ 'l L5 x24 Q q3 l2 Q', qw(key uid gid cuid cgid mode segsz atime dtime ctime cpid lpid nattch) ],
    msg => [ 'l L5 x24 q3 Q3 l2', qw(key uid gid cuid cgid mode stime rtime ctime cbytes qnum qbytes lspid lrpid) ],
    sem => [ 'l L5', qw(key uid gid cuid cgid mode) ],
);

# The fields of an object's IPC_STAT structure by name.
sub stat_fields {
    my ($kind, $id) = @_;
    my $data = '';
    my $done = $kind eq 'shm' ? shmctl($id, IPC_STAT, $data)
             : $kind eq 'msg' ? msgctl($id, IPC_STAT, $data)
             :                  semctl($id, 0, IPC_STAT, $data);
    return unless $done;
    my ($template, @names) = @{ $template{$kind} };
    my %field;
    @field{@names} = unpack $template, $data;
    return \%field;
}

END {
    if ($$ == $owner) {
        local ($?, $!);
        for (@objects) {
            my ($kind, $id) = @$_;
            if    ($kind eq 'shm') { shmctl($id, IPC_RMID, 0) }
            elsif ($kind eq 'sem') { semctl($id, 0, IPC_RMID, 0) }
            else                   { msgctl($id, IPC_RMID, 0) }
        }
    }
}

1;
