# Calls everything in IPC::SysV, IPC::SharedMem, IPC::Semaphore and IPC::Msg, rightly and wrongly, and prints results,
# warnings, exceptions and $!. Real perl runs it with the modules of its distribution and with ours.
use strict;
use IPC::SysV qw(:all);
use IPC::SharedMem;
use IPC::Semaphore;
use IPC::Msg;

my $count = 0;

# Module files have other names and lines; process numbers and addresses differ anyway.
sub place { $_[0] =~ s{at \S*/(IPC/\S+) line \d+}{at $1 line N}r =~ s/0x[0-9a-f]+/ADDRESS/gr }
sub shown { map { !defined ? 'undef' : ref ? place("$_") : "<" . s/([^ -~])/sprintf '\\x%02x', ord $1/ger =~ s/^$$\z/PID/r . ">" } @_ }
$SIG{__WARN__} = sub { print "  warning: ", place($_[0]) };

sub in_list(&) {
    my ($code) = @_;
    $! = 0;
    my @result;
    my $ok = eval { @result = $code->(); 1 };
    my ($errno, $error) = (0 + $!, $@);
    print ++$count, " list: ", $ok ? join(' ', shown(@result)) : "died: " . place($error), " errno $errno\n";
}

sub in_scalar(&) {
    my ($code) = @_;
    $! = 0;
    my $result;
    my $ok = eval { $result = $code->(); 1 };
    my ($errno, $error) = (0 + $!, $@);
    print ++$count, " scalar: ", $ok ? shown($result) : "died: " . place($error), " errno $errno\n";
}

sub both(&) { &in_list(@_); &in_scalar(@_) }

# IPC::SharedMem
for ([], [1, 2], [1, 2, 3, 4], [77, 0, 0]) { both { IPC::SharedMem->new(@$_) } }
my $shm = IPC::SharedMem->new(IPC_PRIVATE, 100, IPC_CREAT | 0600);
for (qw(id addr is_removed read write nosuch detach)) { both { $shm->$_ } }
for ([1], [1, 2, 3], [0, 14], [0, 200], [-1, 2], [100, 0]) { both { $shm->read(@$_) } }
for ([1], ['abc', 1, 2, 3], ['hello', 2, 10], ['x', 99, 2], ["\xe9", 0, 1]) { both { $shm->write(@$_) } }
both { $shm->attach(1, 2) };
in_list { $shm->attach };
in_scalar { $shm->attach };
both { length $shm->addr };
for (['hello', 2, 10], ["\xe9ab", 0, 4], ["\x{100}", 0, 4], ['', 5, 1], [undef, 6, 1]) { both { $shm->write(@$_) } }
for ([0, 14], [0, 0], [3, 1], [0]) { both { $shm->read(@$_) } }
both { my $stat = $shm->stat; (ref $stat, @$stat[0 .. 5], $stat->nattch, scalar @$stat, $stat->lpid, $stat->cpid) };
both { $shm->detach };
both { defined $shm->attach(SHM_RDONLY), $shm->read(0, 3) };
both { $shm->remove };
for (qw(is_removed id)) { both { $shm->$_ } }
both { $shm->read(0, 3) };
in_list { $shm->detach };
both { $shm->read(0, 3) };
both { $shm->write('a', 0, 3) };
for (qw(stat attach detach)) { both { $shm->$_ } }
{ package Derived; our @ISA = 'IPC::SharedMem' }
both { my $object = Derived->new(IPC_PRIVATE, 10, 0600); (ref $object, $object->remove) };
both { my $object = IPC::SharedMem->new(IPC_PRIVATE, 10, 0600); $object->attach; shmdt($object->addr); ($object->detach, defined $object->addr, $object->remove) };
for (qw(stat id read)) { both { IPC::SharedMem->$_ } }
both { IPC::SharedMem::stat->new };

# the stat classes
for my $class ('IPC::SharedMem::stat', 'IPC::Semaphore::stat', 'IPC::Msg::stat') {
    my @names = qw(uid gid cuid cgid mode segsz lpid cpid nattch atime dtime ctime otime nsems qnum qbytes lspid lrpid stime rtime);
    my $stat;
    in_list { $stat = $class->new; scalar @$stat };
    in_list { $stat = $class->new(uid => 5, nosuch => 3, mode => 7); @$stat };
    for ([], [9], [], [undef], [1, 2]) { both { $stat->uid(@$_) } }
    for (qw(nosuch unpack)) { both { $stat->$_ } }
    both { $stat->unpack('abc') };
    both { $stat->pack(1) };
    both { $class->can('pack')->(bless [], 'Foo') };
    both { $class->can('unpack')->(1, 2) };
    both { my $packed = $class->new(map { $_ => 3 } @names)->pack; (length $packed, @{ $class->new->unpack($packed) }) };
    both { my $packed = $class->new(map { $_ => -1 } @names)->pack; (@{ $class->new->unpack($packed) }) };
    both { map prototype("${class}::$_"), qw(pack unpack uid new) };
    both { @{ $class->new(1) } };
    both { ref $stat->new(uid => 3) };
    both { $class->can('new')->() ? 1 : 0 };
    local $^W = 1;
    both { length $class->new(uid => '3x', gid => 1)->pack };
    both { scalar @{ $class->new(1) } };
    no strict 'refs';
    @{"Sub${class}::ISA"} = $class;
    both { my $object = "Sub$class"->new; (ref $object, $object->pack) };
}

# IPC::Semaphore
for ([], [1, 2], [1, 2, 3, 4], [77, 0, 0]) { both { IPC::Semaphore->new(@$_) } }
my $sem = IPC::Semaphore->new(IPC_PRIVATE, 3, 0600);
both { $sem->id };
my @arguments = ([], [0], [5], [0, 1], [1, 2, 3], [-1], ['x'], [0, 1, 0, 1, 2, 0], [0, 1, 0, 1], [99, 1, IPC_NOWAIT]);
for my $method (qw(getval getncnt getzcnt getpid setval setall getall op)) {
    for (@arguments) { both { $sem->$method(@$_) } }
}
for ([70000, undef, 'x'], [1, 2, 3]) { both { $sem->setall(@$_) } }
both { $sem->getall };
for ([0, -1, IPC_NOWAIT], [0, -9999, IPC_NOWAIT]) { both { $sem->op(@$_) } }
for ([mode => 0640], [foo => 1], [bless [], 'Foo'], [[]], [undef], [mode => 0600, mode => 0644], [1, 2, 3], []) { both { $sem->set(@$_) } }
both { sprintf '%o', $sem->stat->mode };
both { my $stat = $sem->stat; $stat->mode(0600); $sem->set($stat) };
both { @{ $sem->stat }[0 .. 4, 7] };
in_list { $sem->remove };
for (qw(id getall stat set)) { both { $sem->$_ } }
both { $sem->getval(0) };
both { $sem->set(mode => 1) };
in_scalar { $sem->remove };
{
    local $^W = 1;
    in_list { $sem->getval(0) };
    in_list { $sem->op(undef, 1, 0) };
    in_list { $sem->setval(0, 'x') };
}

# IPC::Msg
for ([], [1], [1, 2, 3], [77, 0]) { both { IPC::Msg->new(@$_) } }
my $msg = IPC::Msg->new(IPC_PRIVATE, 0600);
both { $msg->id };
for ([], [1], [1, 2, 3, 4], [5, 'five'], [2.9, "two\xe9", IPC_NOWAIT], [3, undef], [0, 'x'], [1, "\x{100}"]) { in_list { $msg->snd(@$_) } }
for ([], [1], [1, 2, 3, 4, 5]) { both { $msg->rcv(@$_) } }
my $text = 'old';
in_list { ($msg->rcv($text, 2), $text) };
in_list { ($msg->rcv($text, 100), $text) };
in_scalar { my $type = $msg->rcv($text, 100, 3); "$type $text" };
in_list { my %hash; ($msg->rcv($hash{new}, 100, 0, IPC_NOWAIT), %hash) };
both { $msg->rcv($text, 100, 0, IPC_NOWAIT) };
in_list { $text };
in_list { $msg->snd(5, 'five') };
in_list { $msg->rcv('constant', 100, 0, IPC_NOWAIT) };
in_list { $msg->rcv($text, 100, 0, IPC_NOWAIT) };
in_list { my $stat = $msg->stat; (ref $stat, @$stat[0 .. 6], $stat->lspid) };
for ([qbytes => 100], [1, 2, 3], [zork => 1], [], ['x']) { both { $msg->set(@$_) } }
both { $msg->set($msg->stat) };
both { $msg->stat->qbytes };
in_list { $msg->remove };
both { $msg->id };
both { $msg->snd(1, 'x') };
both { $msg->rcv($text, 1, 0, IPC_NOWAIT) };
both { $msg->stat };
both { $msg->set(mode => 1) };
for (qw(id stat remove)) { both { IPC::Msg->$_ } }

# IPC::SysV
both { IPC::SysV->nosuch };
both { IPC::SysV::SHM_A() };
both { SHM_CLEAR() };
both { IPC::SysV::FOO(1) };
both { IPC::SysV->IPC_CREAT };
both { IPC_CREAT + 1 };
both { (defined &IPC::SysV::IPC_EXCL, exists &main::IPC_EXCL, defined &main::IPC_EXCL) };
both { IPC_EXCL };
both { (defined &main::IPC_EXCL, defined IPC::SysV->can('IPC_EXCL'), defined IPC::SysV->can('IPC_M')) };
for ('IPC_CREAT', 'FOO', 'SHM_A', undef) { both { IPC::SysV::_constant($_) } }
for my $import ('nosuch', 'FOO', ':all', ':zap', '!SHM_A', '/^SEM/', '2.0', '3.0', "FOO', 'IPC_CREAT', 'BAR") {
    my $package = 'P' . $count;
    both { eval "package $package; IPC::SysV->import('$import'); 1" or die $@; no strict 'refs'; scalar keys %{"${package}::"} };
}
both { (@IPC::SysV::EXPORT_OK, '-', @IPC::SysV::EXPORT, '-', @{ $IPC::SysV::EXPORT_TAGS{all} }, keys %IPC::SysV::EXPORT_TAGS) };
both { ($IPC::SysV::VERSION, $IPC::Msg::VERSION, $IPC::Semaphore::VERSION, $IPC::SharedMem::VERSION) };
both { (ftok('/', 'A') == ftok('/', 65), ftok('/nonexistent')) };
both { ftok('/', 2.0) };
print "$count\n";
