package IPC::Semaphore;

# A semaphore set as an object: a blessed scalar that holds the id, and undef once remove was called.

use strict;
use Carp;
use IPC::SysV qw(GETALL GETNCNT GETPID GETVAL GETZCNT IPC_RMID IPC_SET IPC_STAT SETALL SETVAL);
use IPC::SysV::Stat ();

our $VERSION = '2.09';

IPC::SysV::Stat::define('IPC::Semaphore::stat', qw(uid gid cuid cgid mode ctime otime nsems));

# Semaphore values and operations are native shorts.
my $shorts = 's!*';

sub new {
    croak 'IPC::Semaphore->new( KEY, NSEMS, FLAGS )' if @_ != 4;
    my ($class, $key, $nsems, $flags) = @_;
    my $id = semget($key, $nsems, $flags);
    return defined $id ? bless(\$id, $class) : undef;
}

sub id { ${ $_[0] } }

sub remove {
    my ($self) = @_;
    my $result = semctl($$self, 0, IPC_RMID, 0);
    undef $$self;
    return $result;
}

# The numbers: "0 but true" as 0.
sub getval {
    croak '$sem->getval( SEM )' if @_ != 2;
    my $number = semctl(${ $_[0] }, $_[1], GETVAL, 0);
    return defined $number ? 0 + $number : undef;
}

sub getncnt {
    croak '$sem->getncnt( SEM )' if @_ != 2;
    my $number = semctl(${ $_[0] }, $_[1], GETNCNT, 0);
    return defined $number ? 0 + $number : undef;
}

sub getzcnt {
    croak '$sem->getzcnt( SEM )' if @_ != 2;
    my $number = semctl(${ $_[0] }, $_[1], GETZCNT, 0);
    return defined $number ? 0 + $number : undef;
}

sub getpid {
    croak '$sem->getpid( SEM )' if @_ != 2;
    my $number = semctl(${ $_[0] }, $_[1], GETPID, 0);
    return defined $number ? 0 + $number : undef;
}

sub getall {
    my ($self) = @_;
    my $values = '';
    semctl($$self, 0, GETALL, $values) or return ();
    return unpack($shorts, $values);
}

sub setall {
    my $self = shift;
    return semctl($$self, 0, SETALL, pack($shorts, @_));
}

sub setval {
    croak '$sem->setval( SEM, VAL )' if @_ != 3;
    my ($self, $semnum, $value) = @_;
    return semctl($$self, $semnum, SETVAL, $value);
}

sub op {
    croak '$sem->op( OPLIST )' if @_ < 4;
    my $self = shift;
    croak 'Bad arg count' if @_ % 3;
    return semop($$self, pack($shorts, @_));
}

sub stat {
    my ($self) = @_;
    my $struct = '';
    semctl($$self, 0, IPC_STAT, $struct) or return undef;
    return 'IPC::Semaphore::stat'->new->unpack($struct);
}

sub set {
    my $self = shift;
    my $stat;
    if (@_ == 1) {
        $stat = shift;
    }
    else {
        croak 'Bad arg count' if @_ % 2;
        my %fields = @_;
        $stat = $self->stat or return undef;
        while (my ($field, $value) = each %fields) {
            $stat->$field($value);
        }
    }
    return semctl($$self, 0, IPC_SET, $stat->pack) ? 0 : undef;
}

1;
