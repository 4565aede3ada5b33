package IPC::Msg;

# A message queue as an object: a blessed scalar that holds the id, and undef once remove was called.

use strict;
use Carp;
use IPC::SysV qw(IPC_RMID IPC_SET IPC_STAT);
use IPC::SysV::Stat ();

our $VERSION = '2.09';

IPC::SysV::Stat::define('IPC::Msg::stat',
    qw(uid gid cuid cgid mode qnum qbytes lspid lrpid stime rtime ctime));

sub new {
    croak 'IPC::Msg->new( KEY , FLAGS )' if @_ != 3;
    my ($class, $key, $flags) = @_;
    my $id = msgget($key, $flags);
    return defined $id ? bless(\$id, $class) : undef;
}

sub id { ${ $_[0] } }

sub remove {
    my ($self) = @_;
    my $result = msgctl($$self, IPC_RMID, 0);
    undef $$self;
    return $result;
}

sub snd {
    croak '$msg->snd( TYPE, BUF, FLAGS )' if @_ < 3 || @_ > 4;
    my ($self, $type, $text, $flags) = @_;
    return msgsnd($$self, pack('l! a*', $type, $text), $flags || 0);
}

# Answers the type; the text goes into the caller's own variable.
sub rcv {
    croak '$msg->rcv( BUF, LEN, TYPE, FLAGS )' if @_ < 3 || @_ > 5;
    my ($self, undef, $size, $type, $flags) = @_;
    my $message = '';
    msgrcv($$self, $message, $size, $type || 0, $flags || 0) or return;
    ($type, $_[1]) = unpack('l! a*', $message);
    return $type;
}

sub stat {
    my ($self) = @_;
    my $struct = '';
    msgctl($$self, IPC_STAT, $struct) or return undef;
    return 'IPC::Msg::stat'->new->unpack($struct);
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
    return msgctl($$self, IPC_SET, $stat->pack);
}

1;
