use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EAGAIN EINVAL ENOSPC);
use IPC::SysV qw(IPC_NOWAIT);

# Limits of the system, lowered for this test. Only in an IPC namespace of its own, where nobody else feels it.

plan skip_all => 'needs an IPC namespace of its own, and SYSV_OWN_NAMESPACE=1 to say so' unless $ENV{SYSV_OWN_NAMESPACE};

my %before;

sub limit {
    my ($name, $value) = @_;
    open my $file, '+<', "/proc/sys/kernel/$name" or plan skip_all => "cannot change kernel.$name: $!";
    chomp($before{$name} //= <$file>);
    seek $file, 0, 0;
    print $file "$value\n";
    close $file or plan skip_all => "cannot change kernel.$name: $!";
}

END {
    for my $name (keys %before) {
        open my $file, '>', "/proc/sys/kernel/$name" or next;
        print $file "$before{$name}\n";
    }
}

subtest 'the number of segments' => sub {
    limit(shmmni => 2);
    segment(1) for 1 .. 2;
    is(shmget(0, 1, 0600), undef, 'a third segment');
    is($! + 0, ENOSPC, 'ENOSPC');
    is("$!", 'No space left on device', 'its text');
};

subtest 'the size of a segment' => sub {
    limit(shmmni => 100);
    limit(shmmax => 5000);
    segment(5000);
    is(shmget(0, 5001, 0600), undef, 'a larger segment');
    is($! + 0, EINVAL, 'EINVAL');
};

subtest 'the number of sets' => sub {
    limit(sem => '250 32000 500 1');
    semaphore_set(1);
    is(semget(0, 1, 0600), undef, 'a second set');
    is($! + 0, ENOSPC, 'ENOSPC');
    is(semget(0, 251, 0600), undef, 'too many semaphores');
    is($! + 0, EINVAL, 'EINVAL');
};

subtest 'queues' => sub {
    limit(msgmni => 1);
    limit(msgmax => 100);
    limit(msgmnb => 150);
    my $queue = queue();
    is(msgget(0, 0600), undef, 'a second queue');
    is($! + 0, ENOSPC, 'ENOSPC');
    is(msgsnd($queue, pack('l! a*', 1, 'x' x 101), IPC_NOWAIT), 0, 'a message that is too long');
    is($! + 0, EINVAL, 'EINVAL');
    is(msgsnd($queue, pack('l! a*', 1, 'x' x 100), IPC_NOWAIT), 1, 'one that is not');
    is(msgsnd($queue, pack('l! a*', 1, 'x' x 51), IPC_NOWAIT), 0, 'a full queue');
    is($! + 0, EAGAIN, 'EAGAIN');
};

done_testing;
