use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use IPC::Msg;
use IPC::Semaphore;
use IPC::SharedMem;
use IPC::SysV qw(IPC_NOWAIT IPC_PRIVATE IPC_SET SETALL);

# Every message of docs/perldiag.md that real perl has, too, as the page spells it, and a program that provokes it.

my $segment = segment(10);
my $set     = semaphore_set(2);
my $queue   = queue();
my $address = "\0" x 8;

my $shm = IPC::SharedMem->new(IPC_PRIVATE, 10, 0600) or die "IPC::SharedMem: $!";
my $sem = IPC::Semaphore->new(IPC_PRIVATE, 2, 0600) or die "IPC::Semaphore: $!";
my $msg = IPC::Msg->new(IPC_PRIVATE, 0600) or die "IPC::Msg: $!";
also_remove(shm => $shm->id);
also_remove(sem => $sem->id);
also_remove(msg => $msg->id);

sub compiled { my ($code) = @_; return sub { eval "$code; 1" or die $@ } }

my @messages = (
    # The builtins.
    'Arg too short for %s' => sub { msgsnd($queue, '1234567', IPC_NOWAIT) },
    q(Argument "%s" isn't numeric in %s) => sub { shmread($segment, my $text, 'zero', 1) },
    'Bad arg length for %s, is %d, should be %d' => sub { semctl($set, 0, SETALL, 'abc') },
    q(Can't modify %s in scalar assignment) => compiled('shmget(0, 1, 0) = 1'),
    'Modification of a read-only value attempted' => sub { msgrcv($queue, undef, 10, 0, IPC_NOWAIT) },
    'Not enough arguments for %s' => compiled('semop(1)'),
    'Too many arguments for %s' => compiled('msgget(1, 2, 3)'),
    'Use of uninitialized value %s in %s' => sub { my $none; shmread($segment, my $text, $none, 1) },
    'Wide character in %s' => sub { shmwrite($segment, "\x{263a}", 0, 1) },

    # IPC::SysV.
    '%s is not a valid IPC::SysV macro' => sub { IPC::SysV::IPC_NONSENSE() },
    'Your vendor has not defined IPC::SysV macro %s, used' => sub { IPC::SysV::SHM_MAP() },
    'Usage: %s' => sub { &IPC::SysV::shmdt() },
    'invalid project id' => sub { IPC::SysV::ftok($0, 'two') },
    'invalid address value' => sub { IPC::SysV::shmdt('short') },
    '"%s" is not exported by the %s module' => sub { IPC::SysV->import('shmget') },
    q(Can't continue after import errors) => sub { local $SIG{__WARN__} = sub { }; IPC::SysV->import('shmget') },
    '"%s" is not defined in %%s::EXPORT_TAGS' => sub { IPC::SysV->import(':none') },

    # The object modules.
    'IPC::SharedMem->new(KEY, SIZE, FLAGS)' => sub { IPC::SharedMem->new(IPC_PRIVATE, 10) },
    '$shm->attach([FLAG])' => sub { $shm->attach(0, 0) },
    '$shm->read(POS, SIZE)' => sub { $shm->read(0) },
    '$shm->write(STRING, POS, SIZE)' => sub { $shm->write('x') },
    'IPC::Semaphore->new( KEY, NSEMS, FLAGS )' => sub { IPC::Semaphore->new(IPC_PRIVATE, 1) },
    '$sem->getval( SEM )' => sub { $sem->getval },
    '$sem->getncnt( SEM )' => sub { $sem->getncnt },
    '$sem->getzcnt( SEM )' => sub { $sem->getzcnt },
    '$sem->getpid( SEM )' => sub { $sem->getpid },
    '$sem->setval( SEM, VAL )' => sub { $sem->setval(0) },
    '$sem->op( OPLIST )' => sub { $sem->op(0, 1) },
    'IPC::Msg->new( KEY , FLAGS )' => sub { IPC::Msg->new(IPC_PRIVATE) },
    '$msg->snd( TYPE, BUF, FLAGS )' => sub { $msg->snd(1) },
    '$msg->rcv( BUF, LEN, TYPE, FLAGS )' => sub { $msg->rcv(my $text) },
    'Bad arg count' => sub { $sem->op(0, 1, 0, 0) },
    q(Can't locate object method "%s" via package "%s") => sub { $msg->set(colour => 1) },
    'Too many args to %s' => sub { $msg->stat->uid(1, 2) },
    'Method %s not called a %s object' => sub { IPC::Msg::stat::pack($sem->stat) },
    'Bad arg length for %s, length is %d, should be %d' => sub { $shm->stat->unpack('abc') },

    # %!
    'ERRNO hash is read only!' => sub { $!{ENOENT} = 1 },
);

# What must be seen for a message of the page.
sub pattern {
    my ($message) = @_;
    my $pattern = join '', map { $_ eq '%s' ? '.*' : $_ eq '%d' ? '-?\d+' : quotemeta } split /(%[sd])/, $message;
    return qr/^$pattern/m;
}

while (my ($message, $provoke) = splice @messages, 0, 2) {
    my $seen = '';
    local $SIG{__WARN__} = sub { $seen .= $_[0] };
    $seen .= $@ if !eval { $provoke->(); 1 };
    like($seen, pattern($message), $message);
}

done_testing;
