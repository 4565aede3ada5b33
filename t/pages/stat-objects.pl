use strict;
use warnings;
use IPC::Msg;
use IPC::Semaphore;
use IPC::SharedMem;
use IPC::SysV qw(IPC_PRIVATE IPC_STAT);

my $msg = IPC::Msg->new(IPC_PRIVATE, 0600) // die "IPC::Msg: $!";

# A record of one moment.
my $stat = $msg->stat // die "stat: $!";
printf "mode %04o, %d messages\n", $stat->mode, $stat->qnum;
$msg->snd(1, 'text');
print 'the old record: ', $stat->qnum, ', a new one: ', $msg->stat->qnum, "\n";

# Change a record and hand it back, or name what to change.
$stat->mode(0640);
print 'set: ', $msg->set($stat), "\n";
print 'set: ', $msg->set(mode => 0600, qbytes => 1000), "\n";
printf "mode %04o, %d bytes\n", $msg->stat->mode, $msg->stat->qbytes;

# IPC::Semaphore::set answers a plain 0: ask with defined.
my $sem = IPC::Semaphore->new(IPC_PRIVATE, 2, 0600) // die "IPC::Semaphore: $!";
print 'set of semaphores: ', $sem->set(mode => 0640) // "undef, $!", "\n";

# The same record from a builtin; the name of the class has to be quoted.
my $shm = IPC::SharedMem->new(IPC_PRIVATE, 500, 0600) // die "IPC::SharedMem: $!";
shmctl($shm->id, IPC_STAT, my $data) or die "shmctl: $!";
print 'unpacked: ', 'IPC::SharedMem::stat'->new->unpack($data)->segsz, " bytes\n";

$_->remove or die "remove: $!" for $msg, $sem, $shm;
