#!/usr/bin/perl
# Locks as objects: taken by the constructor, given back at the end of the scope, whatever happens in it.
use strict;
use warnings;

{
    package LockSet;
    use IPC::SysV qw(GETALL IPC_NOWAIT IPC_PRIVATE IPC_RMID SEM_UNDO SETALL);
    use Errno qw(EAGAIN);

    my $sets = 0;

    sub new {
        my ($class, @names) = @_;
        my $id = semget(IPC_PRIVATE, scalar @names, 0600);
        die "semget: $!" if not defined $id;
        semctl($id, 0, SETALL, pack 's*', (1) x @names) or die "semctl: $!";
        my $n = 0;
        $sets++;
        return bless { id => $id, pid => $$, number => { map { $_ => $n++ } @names } }, $class;
    }

    sub operate {
        my ($self, $names, $operation, $flags) = @_;
        my @numbers = map { defined $self->{number}{$_} ? $self->{number}{$_} : die "no lock $_\n" } @$names;
        return semop($self->{id}, join '', map { pack 's!3', $_, $operation, $flags | SEM_UNDO } @numbers);
    }

    sub lock {
        my ($self, @names) = @_;
        return Guard->new($self, \@names) if $self->operate(\@names, -1, 0);
        die "semop: $!";
    }

    sub try {
        my ($self, @names) = @_;
        return Guard->new($self, \@names) if $self->operate(\@names, -1, IPC_NOWAIT);
        die "semop: $!" unless $! == EAGAIN;
        return;
    }

    sub state {
        my $self = shift;
        semctl($self->{id}, 0, GETALL, my $data) or die "semctl: $!";
        my @value = unpack 's*', $data;
        my $number = $self->{number};
        return join ' ', map { "$_=" . ($value[ $number->{$_} ] ? 'free' : 'taken') } sort { $number->{$a} <=> $number->{$b} } keys %$number;
    }

    sub DESTROY {
        my $self = shift;
        return if $self->{pid} != $$;
        local ($!, $@);
        semctl($self->{id}, 0, IPC_RMID, 0);
        $sets--;
    }

    sub sets { return $sets }
}
{
    package Guard;
    sub new { my ($class, $set, $names) = @_; return bless [ $set, $names, $$ ], $class }
    sub DESTROY { my ($set, $names, $pid) = @{ $_[0] }; $set->operate($names, 1, 0) if $pid == $$ }
}

$| = 1;
my $locks = LockSet->new(qw(reader writer index));
print $locks->state, "\n";
{
    my $guard = $locks->lock('writer', 'index');
    print $locks->state, "\n";
    my $other = $locks->try('index');
    print $other ? "taken twice\n" : "not twice\n";
}
print $locks->state, "\n";

eval {
    my $guard = $locks->lock('reader');
    print $locks->state, "\n";
    die "trouble\n";
};
print "after $@", $locks->state, "\n";

eval { $locks->lock('nothing') };
print $@;

my $pid = fork;
die "fork: $!" unless defined $pid;
if (!$pid) {
    my $guard = $locks->lock('index');
    print "child: ", $locks->state, "\n";
    kill KILL => $$;
}
waitpid $pid, 0;
printf "killed by %d: %s\n", $? & 127, $locks->state;

print LockSet->sets, " set\n";
undef $locks;
print LockSet->sets, " sets\n";
