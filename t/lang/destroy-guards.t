# Guards: objects whose end undoes something, among them System V objects removed by the process that made them.
use strict;
use warnings;
use Test::More;
use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_RMID IPC_STAT IPC_NOWAIT SEM_UNDO S_IRUSR S_IWUSR);

{
    package Guard;
    sub new { my ($class, $code) = @_; return bless { code => $code, pid => $$ }, $class }
    sub dismiss { my $self = shift; $self->{code} = undef; return $self }
    sub DESTROY { my $self = shift; return if $$ != $self->{pid}; $self->{code}->() if $self->{code}; return }
}
my @log;
sub logged { my $l = join ' ', @log; @log = (); return $l }
{ my $g = Guard->new(sub { push @log, 'undone' }); push @log, 'done'; }
is(logged(), 'done undone', 'a guard');
{ my $g = Guard->new(sub { push @log, 'undone' }); $g->dismiss; }
is(logged(), '', 'dismissed');
eval { my $g = Guard->new(sub { push @log, 'undone' }); die "x\n" };
is(logged(), 'undone', 'an exception');
sub early { my $g = Guard->new(sub { push @log, 'undone' }); return 'early' if shift; return 'late' }
is(early(1) . ' ' . logged(), 'early undone', 'return');
sub transaction { my $g = Guard->new(sub { push @log, 'rollback' }); my $work = shift; $work->(); $g->dismiss; push @log, 'commit'; return }
eval { transaction(sub { die "failed\n" }) };
transaction(sub { push @log, 'work' });
is(logged(), 'rollback work commit', 'transactions');
our $level = 0;
sub nested { local $level = $level + 1; my $g = Guard->new(sub { push @log, $level }); nested() if $level < 3; return }
nested();
is(logged(), '3 2 1', 'with local');
{ my @guards = map { my $n = $_; Guard->new(sub { push @log, $n }) } 1 .. 3; }
is(logged(), '3 2 1', 'several');
{
    package Selected;
    sub new { my ($class, $fh) = @_; my $old = select $fh; return bless \$old, $class }
    sub DESTROY { my $self = shift; select $$self; return }
}
my $text = '';
open my $memory, '>', \$text or die;
{ my $saver = Selected->new($memory); print 'captured'; }
is($text, 'captured', 'a selected handle');
is(select, 'main::STDOUT', 'and the old one');
{
    require SelectSaver;
    my $saver = SelectSaver->new($memory);
    print ' more';
}
is($text, 'captured more', 'SelectSaver');
is(select, 'main::STDOUT', 'restores');

{
    package Segment;
    use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_RMID);
    sub new { my ($class, $size) = @_; my $id = shmget(IPC_PRIVATE, $size, IPC_CREAT | 0600); return unless defined $id; return bless { id => $id, pid => $$, size => $size }, $class }
    sub id { return $_[0]{id} }
    sub store { my ($self, $data) = @_; return shmwrite($self->{id}, $data, 0, $self->{size}) }
    sub fetch { my $self = shift; shmread($self->{id}, my $buffer, 0, $self->{size}) or die "shmread: $!"; $buffer =~ s/\0+\z//; return $buffer }
    sub DESTROY { my $self = shift; return unless $$ == $self->{pid}; shmctl $self->{id}, IPC_RMID, 0; push @log, 'segment removed'; return }
    package Semaphore;
    use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_RMID SEM_UNDO);
    sub new { my ($class, $n) = @_; my $id = semget(IPC_PRIVATE, 1, IPC_CREAT | 0600); my $self = bless { id => $id, pid => $$ }, $class; $self->change($n) if $n; return $self }
    sub change { my ($self, $by) = @_; return semop $self->{id}, pack('s!3', 0, $by, 0) }
    sub value { return semctl $_[0]{id}, 0, &IPC::SysV::GETVAL, 0 }
    sub lock { my $self = shift; $self->change(-1) or die "semop: $!"; return Lock->new($self) }
    sub DESTROY { my $self = shift; return if $$ != $self->{pid}; semctl $self->{id}, 0, IPC_RMID, 0; push @log, 'semaphore removed'; return }
    package Lock;
    sub new { my ($class, $sem) = @_; return bless { sem => $sem }, $class }
    sub DESTROY { my $self = shift; $self->{sem}->change(1); push @log, 'unlocked'; return }
}
sub exists_segment { my $buffer = ''; return shmctl($_[0], IPC_STAT, $buffer) ? 1 : 0 }
my $id;
{
    my $segment = Segment->new(100);
    $id = $segment->id;
    $segment->store('hello');
    is($segment->fetch, 'hello', 'a segment');
    is(exists_segment($id), 1, 'is there');
}
is(exists_segment($id), 0, 'and removed');
is(logged(), 'segment removed', 'by DESTROY');
{
    my $segment = Segment->new(100);
    my $pid = fork;
    if (!$pid) { $segment->store('from the child'); undef $segment; exit(@log ? 1 : 0) }
    waitpid $pid, 0;
    is($?, 0, 'a child does not remove it');
    is($segment->fetch, 'from the child', 'it is still there');
}
is(logged(), 'segment removed', 'the parent does');
{
    my $sem = Semaphore->new(1);
    { my $lock = $sem->lock; is($sem->value + 0, 0, 'locked'); }
    is($sem->value, 1, 'unlocked at the end of the block');
    eval { my $lock = $sem->lock; die "inside\n" };
    is($sem->value, 1, 'and by an exception');
    $sem->lock;
    is($sem->value, 1, 'a lock that nobody keeps');
    my $pid = fork;
    if (!$pid) { my $lock = $sem->lock; push @log, 'child'; exit 0 }
    waitpid $pid, 0;
    is($sem->value, 1, 'a child that exits unlocks');
    my %shared = (sem => $sem, segment => Segment->new(10));
    undef $sem;
    is(logged(), 'unlocked unlocked unlocked', 'so far');
}
is(join(' ', sort split / (?=se)/, logged()), 'segment removed semaphore removed', 'both are gone');
{
    package Queue;
    use IPC::SysV qw(IPC_PRIVATE IPC_CREAT IPC_RMID IPC_NOWAIT);
    my %open;
    sub new { my $class = shift; my $id = msgget(IPC_PRIVATE, IPC_CREAT | 0600); $open{$id} = 1; return bless \$id, $class }
    sub send { my ($self, $type, $text) = @_; msgsnd($$self, pack('l! a*', $type, $text), IPC_NOWAIT) or die "msgsnd: $!"; return $self }
    sub receive { my ($self, $type) = @_; msgrcv($$self, my $m, 1000, $type, IPC_NOWAIT) or return; return (unpack 'l! a*', $m)[1] }
    sub DESTROY { my $self = shift; delete $open{$$self}; msgctl $$self, IPC_RMID, 0; return }
    sub count { return scalar keys %open }
}
is(Queue->new->send(1, 'a')->send(2, 'b')->receive(2), 'b', 'a queue in one statement');
is(Queue::count(), 0, 'is gone');
{ my @queues = map { Queue->new } 1 .. 3; is(Queue::count(), 3, 'three queues'); @queues = grep { $_ != $queues[1] } @queues; is(Queue::count(), 2, 'two'); }
is(Queue::count(), 0, 'none');

done_testing;
