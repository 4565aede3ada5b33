#!/usr/bin/perl
# A hash in shared memory: tied, serialised with Storable, guarded by a semaphore, removed when its owner goes.
use strict;
use warnings;

package SharedHash;

use Carp;
use IPC::SysV qw(IPC_CREAT IPC_PRIVATE IPC_RMID SEM_UNDO SETVAL);
use Storable qw(freeze thaw);

use constant { SIZE => 8192, LOCK => 0 };

sub TIEHASH {
    my ($class, %option) = @_;
    my $self = bless {
        owner => $$,
        shm   => shmget(IPC_PRIVATE, SIZE, IPC_CREAT | 0600),
        sem   => semget(IPC_PRIVATE, 1, IPC_CREAT | 0600),
        %option,
    }, $class;
    croak "no shared memory: $!" unless defined $self->{shm} && defined $self->{sem};
    semctl($self->{sem}, LOCK, SETVAL, 1) or croak "semctl: $!";
    $self->store({});
    return $self;
}

sub locked {
    my ($self, $code) = @_;
    my $context = wantarray;
    semop($self->{sem}, pack 's!3', LOCK, -1, SEM_UNDO) or croak "semop: $!";
    my @result = eval { $context ? $code->() : scalar $code->() };
    my $error = $@;
    semop($self->{sem}, pack 's!3', LOCK, 1, SEM_UNDO) or croak "semop: $!";
    die $error if $error;
    return $context ? @result : $result[0];
}

sub load {
    my ($self) = @_;
    shmread($self->{shm}, my $data, 0, SIZE) or croak "shmread: $!";
    return thaw unpack 'N/a', $data;
}

sub store {
    my ($self, $hash) = @_;
    shmwrite($self->{shm}, pack('N/a*', freeze $hash), 0, SIZE) or croak "shmwrite: $!";
}

sub change {
    my ($self, $code) = @_;
    return $self->locked(sub { my $hash = $self->load; my $result = $code->($hash); $self->store($hash); $result });
}

sub FETCH  { my ($self, $key) = @_; return $self->locked(sub { $self->load->{$key} }) }
sub STORE  { my ($self, $key, $value) = @_; $self->change(sub { $_[0]{$key} = $value }) }
sub DELETE { my ($self, $key) = @_; return $self->change(sub { delete $_[0]{$key} }) }
sub EXISTS { my ($self, $key) = @_; return $self->locked(sub { exists $self->load->{$key} }) }
sub CLEAR  { my ($self) = @_; $self->store({}) }
sub FIRSTKEY { my ($self) = @_; $self->{keys} = [ sort keys %{ $self->load } ]; return shift @{ $self->{keys} } }
sub NEXTKEY  { my ($self) = @_; return shift @{ $self->{keys} } }

sub DESTROY {
    my ($self) = @_;
    return unless $self->{owner} == $$;
    shmctl($self->{shm}, IPC_RMID, 0);
    semctl($self->{sem}, 0, IPC_RMID, 0);
    print "removed\n";
}

package main;

$| = 1;
my $object = tie my %shared, 'SharedHash';
$shared{parent} = 'first';

for my $n (1 .. 3) {
    my $pid = fork;
    die "fork: $!" unless defined $pid;
    next if $pid;
    for (1 .. 20) { $object->change(sub { $_[0]{count}++ }) }
    $shared{"child $n"} = [ $n, { squared => $n ** 2 } ];
    exit 0;
}
1 while wait > 0;

print "$_: ", ref $shared{$_} ? "$shared{$_}[0] => $shared{$_}[1]{squared}" : $shared{$_}, "\n" for keys %shared;
print "exists\n" if exists $shared{'child 2'};
print 'deleted: ', delete $shared{parent}, "\n";
print 'keys: ', join(', ', keys %shared), "\n";
undef $object;
untie %shared;
print "end\n";
