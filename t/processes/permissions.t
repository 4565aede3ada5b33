use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EACCES EPERM);
use IPC::SysV qw(GETVAL IPC_CREAT IPC_NOWAIT IPC_RMID IPC_SET IPC_STAT SETALL SETVAL SHM_LOCK shmat shmdt);

plan skip_all => 'only root can become somebody else' if $> != 0;

# Runs the code as somebody else, who is neither owner nor in the group.
sub as_stranger(&) {
    my ($code) = @_;
    local $) = 65534;
    local $> = 65534;
    plan skip_all => 'cannot become somebody else here' if $> != 65534;
    return $code->();
}

sub fails {
    my ($errno, $name, $result) = @_;
    my $got = $! + 0;
    ok(!$result, "$name fails");
    is($got, $errno, $errno == EACCES ? 'EACCES' : 'EPERM');
}

subtest 'a segment without permissions' => sub {
    my $key = unused_key();
    my $id = also_remove(shm => shmget($key, 10, IPC_CREAT | 0600));
    shmctl($id, IPC_STAT, my $structure) or die;
    as_stranger {
        fails(EACCES, 'shmread', shmread($id, my $text, 0, 1));
        fails(EACCES, 'shmwrite', shmwrite($id, 'x', 0, 1));
        fails(EACCES, 'IPC_STAT', shmctl($id, IPC_STAT, my $data));
        fails(EPERM, 'IPC_SET', shmctl($id, IPC_SET, $structure));
        fails(EPERM, 'IPC_RMID', shmctl($id, IPC_RMID, 0));
        fails(EPERM, 'SHM_LOCK', shmctl($id, SHM_LOCK, 0));
        fails(EACCES, 'shmat', shmat($id, undef, 0));
        fails(EACCES, 'shmget asking for permissions', shmget($key, 0, 0600));
        is(shmget($key, 0, 0), $id, 'shmget asking for none');
    };
};

subtest 'a segment that can be read' => sub {
    my $id = segment(10, 0604);
    as_stranger {
        ok(shmread($id, my $text, 0, 1), 'shmread');
        fails(EACCES, 'shmwrite', shmwrite($id, 'x', 0, 1));
        ok(shmctl($id, IPC_STAT, my $data), 'IPC_STAT');
    };
};

subtest 'a segment that can only be written' => sub {
    my $id = segment(10, 0602);
    as_stranger { fails(EACCES, 'shmwrite', shmwrite($id, 'x', 0, 1)) };
};

subtest 'semaphores' => sub {
    my $set = semaphore_set(1, 0604);
    as_stranger {
        is(semctl($set, 0, GETVAL, 0), '0 but true', 'GETVAL');
        fails(EACCES, 'SETVAL', semctl($set, 0, SETVAL, 1));
        ok(semop($set, pack 's!3', 0, 0, IPC_NOWAIT), 'waiting for zero');
        fails(EACCES, 'adding', semop($set, pack 's!3', 0, 1, IPC_NOWAIT));
        fails(EPERM, 'IPC_RMID', semctl($set, 0, IPC_RMID, 0));
    };
    my $write_only = semaphore_set(1, 0602);
    as_stranger {
        ok(semop($write_only, pack 's!3', 0, 1, IPC_NOWAIT), 'adding');
        fails(EACCES, 'SETALL', semctl($write_only, 0, SETALL, pack 's!', 1));
        ok(semctl($write_only, 0, SETVAL, 1), 'SETVAL');
    };
};

subtest 'queues' => sub {
    my $queue = queue(0602);
    as_stranger {
        ok(msgsnd($queue, pack('l! a*', 1, 'x'), IPC_NOWAIT), 'msgsnd');
        fails(EACCES, 'msgrcv', msgrcv($queue, my $message, 10, 0, IPC_NOWAIT));
        fails(EACCES, 'IPC_STAT', msgctl($queue, IPC_STAT, my $data));
        fails(EPERM, 'IPC_RMID', msgctl($queue, IPC_RMID, 0));
    };
};

is($>, 0, 'root again');

done_testing;
