package IPC::SharedMem;

# A shared memory segment as an object: a hash of its id, its address while attached, and whether it was removed
# through this object. Nothing is removed or detached when the object goes.

use strict;
use Carp;
use IPC::SysV qw(IPC_RMID IPC_STAT memread memwrite shmat shmdt);
use IPC::SysV::Stat ();

our $VERSION = '2.09';

IPC::SysV::Stat::define('IPC::SharedMem::stat',
    qw(uid gid cuid cgid mode segsz lpid cpid nattch atime dtime ctime));

sub new {
    croak 'IPC::SharedMem->new(KEY, SIZE, FLAGS)' if @_ != 4;
    my ($class, $key, $size, $flags) = @_;
    my $id = shmget($key, $size, $flags);
    return undef if !defined $id;
    return bless { _id => $id, _addr => undef, _isrm => 0 }, $class;
}

sub id { $_[0]{_id} }

sub addr { $_[0]{_addr} }

sub is_removed { $_[0]{_isrm} }

sub attach {
    croak '$shm->attach([FLAG])' if @_ > 2;
    my ($self, $flag) = @_;
    return undef if defined $self->{_addr};
    $self->{_addr} = shmat($self->id, undef, $flag || 0);
    return defined $self->{_addr};
}

sub detach {
    my ($self) = @_;
    return undef if !defined $self->{_addr};
    my $detached = defined shmdt($self->{_addr});
    undef $self->{_addr} if $detached;
    return $detached;
}

sub remove {
    my ($self) = @_;
    return undef if $self->{_isrm};
    my $result = shmctl($self->id, IPC_RMID, 0);
    $self->{_isrm} = 1 if $result;
    return $result;
}

sub stat {
    my ($self) = @_;
    my $struct = '';
    shmctl($self->id, IPC_STAT, $struct) or return undef;
    return 'IPC::SharedMem::stat'->new->unpack($struct);
}

sub read {
    croak '$shm->read(POS, SIZE)' if @_ != 3;
    my ($self, $pos, $size) = @_;
    my $data = '';
    my $read = defined $self->{_addr}
        ? memread($self->{_addr}, $data, $pos, $size)
        : shmread($self->id, $data, $pos, $size);
    return $read ? $data : undef;
}

sub write {
    croak '$shm->write(STRING, POS, SIZE)' if @_ != 4;
    my ($self, $string, $pos, $size) = @_;
    return defined $self->{_addr}
        ? memwrite($self->{_addr}, $string, $pos, $size)
        : shmwrite($self->id, $string, $pos, $size);
}

1;
