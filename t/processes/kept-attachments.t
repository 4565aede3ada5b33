use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EACCES EIDRM EINVAL);
use IPC::SysV qw(IPC_CREAT IPC_EXCL IPC_NOWAIT IPC_PRIVATE IPC_RMID IPC_SET IPC_STAT);
use POSIX qw(_exit);
use Time::HiRes qw(sleep time);

# Nobody can tell whether an implementation keeps segments attached between calls: a program reads in bursts, another
# one watches, removes, forbids and replaces.

my $rounds = $ENV{ROUNDS} || 100;
my $text;

sub nattch { my $data = ''; shmctl($_[0], IPC_STAT, $data) ? (unpack 'x88 Q', $data)[0] : undef }

# Only computes, for as long as another process takes to look.
sub compute { my $end = time + 0.002; 1 while time < $end }

# Something that makes the reader keep it.
sub burst { my ($id, $count) = @_; my $good = 0; $good += shmread($id, $text, 0, 64) for 1 .. $count; $good }

# Runs code in a child that answers a byte at the end of each of its rounds.
sub child(&) {
    my ($code) = @_;
    pipe my $from_us, my $to_child or die;
    pipe my $from_child, my $to_us or die;
    my $pid = fork // die "fork: $!";
    if (!$pid) {
        close $to_child;
        close $from_child;
        my $told = sub { sysread $from_us, my $byte, $_[0] // 1 };
        my $tell = sub { syswrite $to_us, $_[0] };
        eval { $code->($told, $tell); 1 } or print STDERR $@;
        _exit(0);
    }
    close $from_us;
    close $to_us;
    return { pid => $pid, to => $to_child, from => $from_child };
}
sub tell_child { syswrite $_[0]{to}, $_[1] }
sub hear { sysread($_[0]{from}, my $bytes, $_[1] // 1); $bytes }
sub finish { close $_[0]{to}; close $_[0]{from}; waitpid $_[0]{pid}, 0 }

# What happened before a message is over when the message arrives.
{
    my $id = segment(4096);
    my $sem = semaphore_set(1);
    my $queue = queue();
    my $folder = "/tmp/kept-attachments-$$";
    my %way = (
        folder => [sub { mkdir $folder or die $! }, sub { 1 until rmdir $folder }],
        signal => [
            sub { kill USR1 => $_[0]{pid} },
            sub { 1 until our $signalled; $signalled = 0 },
        ],
        pipe => [sub { tell_child($_[0], 'x') }, sub { $_[0]->() }],
        semaphore => [sub { semop($sem, pack 's!3', 0, 1, 0) }, sub { semop($sem, pack 's!3', 0, -1, 0) }],
        value => [
            sub { semctl($sem, 0, IPC::SysV::SETVAL(), 1) },
            sub { 1 until semctl($sem, 0, IPC::SysV::GETVAL(), 0) == 1; semctl($sem, 0, IPC::SysV::SETVAL(), 0) },
        ],
        message => [
            sub { msgsnd($queue, pack('l! a*', 1, 'go'), IPC_NOWAIT) },
            sub { msgrcv($queue, my $got, 10, 1, 0) },
        ],
    );
    for my $name (sort keys %way) {
        my ($send, $wait) = @{ $way{$name} };
        local $SIG{USR1} = 'DEFAULT';
        $SIG{USR1} = sub { our $signalled = 1 } if $name eq 'signal';
        my $watcher = child {
            my ($told, $tell) = @_;
            for (1 .. $rounds) { $wait->($told); $tell->(nattch($id) ? 'A' : '.') }
        };
        my $seen = '';
        for my $round (1 .. $rounds) {
            burst($id, $round % 7);
            $send->($watcher);
            compute() if $round % 2;
            $seen .= hear($watcher);
        }
        finish($watcher);
        is($seen, '.' x $rounds, "nothing attached when told by $name");
    }
}

# Removal in the midst of a burst: from then on nothing but EINVAL, whoever calls.
{
    my ($order, $gone) = (0, 0);
    for my $round (1 .. $rounds) {
        my $id = shmget(IPC_PRIVATE, 4096, 0600 | IPC_CREAT);
        my $remover = child { my ($told, $tell) = @_; $told->(); shmctl($id, IPC_RMID, 0); $tell->('r') };
        burst($id, 3);
        tell_child($remover, 'x');
        my $results = '';
        my $deadline = time + 10;
        while (time < $deadline) {
            my $good = shmread($id, $text, 0, 10);
            $results .= $good if $good == 1 && $results !~ /1$/;
            next if $good;
            $results .= $! == EINVAL || $! == EIDRM ? 0 : "($!)";
            last if $results =~ /000$/;
        }
        $order++ if $results =~ /^1?000$/;
        hear($remover);
        $gone++ if !defined nattch($id);
        finish($remover);
    }
    is($order, $rounds, 'removal ends a burst with EINVAL');
    is($gone, $rounds, 'and the segment is gone');
}

# After the remover's answer not even one more call succeeds.
{
    my $late = 0;
    my $id;
    my @ids = map { shmget(IPC_PRIVATE, 4096, 0600 | IPC_CREAT) } 1 .. $rounds;
    my $remover = child {
        my ($told, $tell) = @_;
        for my $id (@ids) { $told->(); shmctl($id, IPC_RMID, 0); $tell->('r') }
    };
    for my $id (@ids) {
        burst($id, 5);
        tell_child($remover, 'x');
        hear($remover);
        $late++ if shmread($id, $text, 0, 10) || $! != EINVAL || shmwrite($id, 'x', 0, 1) || $! != EINVAL;
    }
    finish($remover);
    is($late, 0, 'a removed segment is not read');
}

# A removed segment does not linger while its last user only computes.
{
    my $id = shmget(IPC_PRIVATE, 1 << 20, 0600 | IPC_CREAT);
    my $flag = segment(64);
    shmwrite($flag, "\0", 0, 64);
    my $remover = child {
        my ($told, $tell) = @_;
        my $byte;
        do { shmread($flag, $byte, 0, 1) } until $byte eq 'x';
        shmctl($id, IPC_RMID, 0);
        my $start = time;
        1 while defined nattch($id) && time - $start < 5;
        $tell->(time - $start < 0.5 ? 'soon' : 'late');
    };
    burst($id, 10);
    shmwrite($flag, 'x', 0, 1);
    my $sum = 0;
    my $end = time + 1;
    while (time < $end) { $sum += $_ for 1 .. 1000 }
    is(hear($remover, 4), 'soon', 'nothing lingers');
    finish($remover);
}

# Permissions are those of the moment.
SKIP: {
    skip 'needs root', 2 if $>;
    my $id = segment(4096);
    my $mode = sub {
        my $data = '';
        shmctl($id, IPC_STAT, $data);
        substr($data, 20, 4) = pack 'L', $_[0];
        shmctl($id, IPC_SET, $data) or die "IPC_SET: $!";
    };
    my $reader = child {
        my ($told, $tell) = @_;
        $> = 65534;
        for (1 .. $rounds) {
            $told->();
            my $good = burst($id, 5);
            my $written = shmwrite($id, 'w', 0, 1) ? 'w' : $! == EACCES ? '-' : "($!)";
            $tell->($good . $written);
        }
    };
    my @want = ([0666, '5w'], [0644, '5-'], [0600, '0-'], [0622, '0-']);
    my $wrong = 0;
    for my $round (1 .. $rounds) {
        my ($bits, $expected) = @{ $want[$round % @want] };
        $mode->($bits);
        tell_child($reader, 'x');
        $wrong++ if hear($reader, 2) ne $expected;
    }
    finish($reader);
    is($wrong, 0, 'permissions are looked at in every call');
    $mode->(0600);
    my @before = (burst($id, 5), do { local $> = 65534; (shmread($id, $text, 0, 1) || $! + 0) }, burst($id, 2));
    is("@before", '5 ' . EACCES . ' 2', 'and so is the user');
}

# The same key, another segment.
{
    my $key = 0x5e91e0 + ($$ & 0xfff);
    my $wrong = 0;
    my $replacer = child {
        my ($told, $tell) = @_;
        for my $round (1 .. $rounds) {
            $told->();
            my $old = shmget($key, 0, 0);
            shmctl($old, IPC_RMID, 0) if defined $old;
            my $new = shmget($key, 100, 0600 | IPC_CREAT | IPC_EXCL);
            shmwrite($new, sprintf('round %6d', $round), 0, 12);
            $tell->('n');
        }
    };
    my $old;
    for my $round (1 .. $rounds) {
        burst($old, 4) if defined $old;
        tell_child($replacer, 'x');
        hear($replacer);
        $wrong++ if defined $old && (shmread($old, $text, 0, 12) || $! != EINVAL);
        my $id = shmget($key, 0, 0);
        for (1 .. 3) {
            shmread($id, $text, 0, 12);
            $wrong++ if $text ne sprintf('round %6d', $round);
        }
        $wrong++ if shmread($id, $text, 90, 11) || $! != POSIX::EFAULT();
        $old = $id;
    }
    finish($replacer);
    shmctl($old, IPC_RMID, 0);
    is($wrong, 0, 'a key leads to what is there now');
}

# fork, and what our own calls see.
{
    my $id = segment(4096);
    my $wrong = 0;
    for my $round (1 .. $rounds / 10) {
        burst($id, 4);
        my $pid = fork // die;
        if (!$pid) { _exit(nattch($id) + 2 * (4 - burst($id, 4))) }
        if ($round % 2) { compute() }
        else { burst($id, 4) }
        waitpid $pid, 0;
        $wrong++ if $? > ($round % 2 ? 0 : 1 << 8);
        $wrong++ if nattch($id) != 0;
        burst($id, 4);
        $wrong++ if nattch($id) != 0;
    }
    is($wrong, 0, 'fork in the middle');

    my $end = time + 1.2;
    my $calls = 0;
    while (time < $end) { shmread($id, $text, 0, 10); $calls++ }
    my $now = CORE::time();
    shmctl($id, IPC_STAT, my $data = '');
    my ($atime, $dtime) = unpack 'x56 q2', $data;
    ok($now - $atime <= 1 && $now - $dtime <= 1, 'times of the last call') or diag "$now $atime $dtime after $calls";
}

done_testing();
