use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(E2BIG EAGAIN EINVAL ENOENT ENOMSG);
use IPC::Msg;
use IPC::SysV qw(IPC_CREAT IPC_NOWAIT IPC_PRIVATE MSG_NOERROR);

sub new_queue {
    my $msg = IPC::Msg->new(IPC_PRIVATE, 0600) or die "IPC::Msg: $!";
    also_remove(msg => $msg->id);
    return $msg;
}

subtest 'new' => sub {
    my $msg = new_queue();
    isa_ok($msg, 'IPC::Msg');
    is($$msg, $msg->id, 'the object is the id');
    is(IPC::Msg->new(unused_key(), 0), undef, 'an unknown key');
    is($! + 0, ENOENT, 'ENOENT');
    my $error = error_of { IPC::Msg->new(1) };
    is($error, 'IPC::Msg->new( KEY , FLAGS )' . here(-1), 'too few arguments');
};

subtest 'snd and rcv' => sub {
    my $msg = new_queue();
    is($msg->snd(5, 'hello'), 1, 'snd');
    is($msg->snd(3, 'three', IPC_NOWAIT), 1, 'with flags');
    my $text;
    is($msg->rcv($text, 100, 3), 3, 'rcv returns the type');
    is($text, 'three', 'and the text');
    is($msg->rcv($text, 100), 5, 'any type');
    is($text, 'hello', 'its text');
    is($msg->snd(2.9, ''), 1, 'a fraction of a type, no text');
    is($msg->rcv($text, 100, 0, IPC_NOWAIT), 2, 'is cut off');
    is($text, '', 'empty');

    $text = 'before';
    my @list = $msg->rcv($text, 100, 0, IPC_NOWAIT);
    is_deeply(\@list, [], 'nothing there: an empty list');
    is($! + 0, ENOMSG, 'ENOMSG');
    is($text, 'before', 'the variable is unchanged');
    my $type = $msg->rcv($text, 100, 0, IPC_NOWAIT);
    is($type, undef, 'undef in scalar context');

    $msg->snd(1, 'too long');
    is(scalar $msg->rcv($text, 3, 0, IPC_NOWAIT), undef, 'too long');
    is($! + 0, E2BIG, 'E2BIG');
    is($msg->rcv($text, 3, 0, IPC_NOWAIT | MSG_NOERROR), 1, 'cut');
    is($text, 'too', 'to the length');

    my %hash;
    $msg->snd(1, 'slot');
    is($msg->rcv($hash{new}, 10, 0, IPC_NOWAIT), 1, 'a new hash element');
    is($hash{new}, 'slot', 'is made');

    like(error_of { $msg->snd(1, "\x{263a}") }, qr/^Wide character in msgsnd at \S*Msg\.pm line \d+\.$/, 'wide characters');
    $msg->snd(1, 'lost');
    like(error_of { $msg->rcv('constant', 10, 0, IPC_NOWAIT) }, qr/^Modification of a read-only value attempted at /,
        'a constant');
    is($msg->stat->qnum, 0, 'loses the message');
    my $error = error_of { $msg->snd(1) };
    is($error, '$msg->snd( TYPE, BUF, FLAGS )' . here(-1), 'snd with one argument');
    $error = error_of { $msg->rcv($text) };
    is($error, '$msg->rcv( BUF, LEN, TYPE, FLAGS )' . here(-1), 'rcv with one');
};

subtest 'stat and set' => sub {
    my $msg = new_queue();
    $msg->snd(1, 'xx');
    my $stat = $msg->stat;
    isa_ok($stat, 'IPC::Msg::stat');
    is($stat->qnum, 1, 'qnum');
    is($stat->lspid, $$, 'lspid');
    is($stat->lrpid, 0, 'lrpid');
    is($stat->mode, 0600, 'mode');
    is($msg->set(mode => 0640, qbytes => 2), '0 but true', 'set');
    is($msg->stat->mode, 0640, 'mode');
    is($msg->stat->qbytes, 2, 'qbytes');
    is($msg->snd(1, 'x', IPC_NOWAIT), 0, 'full');
    is($! + 0, EAGAIN, 'EAGAIN');
    my $error = error_of { $msg->set(1, 2, 3) };
    is($error, 'Bad arg count' . here(-1), 'an odd number');
};

subtest 'remove' => sub {
    my $msg = new_queue();
    my $id = $msg->id;
    is($msg->remove, '0 but true', 'remove');
    is($msg->id, undef, 'no id');
    is(msgsnd($id, pack('l!', 1), IPC_NOWAIT), 0, 'the queue is gone');
    is($! + 0, EINVAL, 'EINVAL');
};

done_testing;
