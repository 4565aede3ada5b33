# What is left when the program ends (perlobj "Global Destruction").
use strict;
use warnings;
use Test::More;

my $prelude = 'BEGIN { $| = 1 } sub O::new { my ($c, $n) = @_; bless { n => $n }, $c } sub O::DESTROY { print "$_[0]{n}:${^GLOBAL_PHASE} " } ';
sub output {
    my ($code) = @_;
    my $pid = open my $from, '-|';
    die "fork: $!" unless defined $pid;
    if (!$pid) { open STDERR, '>&', \*STDOUT; exec $^X, '-e', $prelude . $code or die "exec: $!" }
    local $/;
    my $text = <$from>;
    close $from;
    return $text;
}

is(output('my $x = O->new("x"); my $y = O->new("y"); print "run "; END { print "end " }'), 'run y:RUN x:RUN end ', 'lexicals of the file');
is(output('our $x = O->new("x"); our $y = O->new("y"); print "run "; END { print "end " }'), 'run end x:DESTRUCT y:DESTRUCT ', 'package variables');
is(output('my $x = O->new("x"); sub f { $x } print "run "; END { print "end " }'), 'run end x:DESTRUCT ', 'a lexical that a sub uses');
# which of the two comes first depends on where perl put them
is(join(' ', sort split / /, output('our $x = O->new("x"); $x->{in} = O->new("in"); print "run "')), 'in:DESTRUCT run x:DESTRUCT', 'one in the other');
is(output('{ my $x = O->new("x"); $x->{me} = $x } print "run "'), 'run x:DESTRUCT ', 'a cycle');
is(output('sub f { my $x = O->new("x"); exit 0 } my $y = O->new("y"); f(); END { print "end " }'), 'x:RUN y:RUN end ', 'exit in a sub');
is(output('sub f { my $x = O->new("x"); die "dying " . "\n" } my $y = O->new("y"); f(); END { print "end " }'), "dying \nx:RUN y:RUN end ", 'die in a sub');
is(output('our $x = O->new("x"); END { undef $x; print "end " }'), 'x:END end ', 'in an END block');
is(output('END { my $x = O->new("x"); print "end " }'), 'end x:END ', 'a lexical of an END block');
is(output('sub D::DESTROY { warn "warned" } our $x = bless [], "D"; 1'), "warned at -e line 1 during global destruction.\n", 'messages');
is(output('use warnings; sub D::DESTROY { die "dying" } our $x = bless [], "D"; 1'), "\t(in cleanup) dying at -e line 1 during global destruction.\n", 'exceptions');
is(output('our $x = O->new("x"); if (my $pid = fork) { waitpid $pid, 0; print "parent " } else { print "child " }'), 'child x:DESTRUCT parent x:DESTRUCT ', 'in a child and its parent');
is(output('use POSIX (); our $x = O->new("x"); if (my $pid = fork) { waitpid $pid, 0; print "parent " } else { print "child "; POSIX::_exit(0) }'), 'child parent x:DESTRUCT ', 'POSIX::_exit');
is(output('my $x = O->new("x"); kill "KILL", $$'), '', 'killed');
is(output('my $x = O->new("x"); $SIG{TERM} = sub { exit 3 }; kill "TERM", $$; print "not reached" if 0; END { print "end " }'), 'x:RUN end ', 'exit in a signal handler');
is(output('sub E::DESTROY { $? = 5 } our $x = bless [], "E"; exit 3'), '', 'silent');
system $^X, '-e', 'sub E::DESTROY { $n++ } my $x = bless [], "E"; exit 3';
is($? >> 8, 3, 'the status stays');
system $^X, '-e', 'sub E::DESTROY { `true` } { my $x = bless [], "E" } exit 4';
is($? >> 8, 4, 'commands in DESTROY');
is(output('my $x = O->new("x"); local $SIG{ALRM} = sub { die "late\n" }; eval { my $y = O->new("y"); kill ALRM => $$; sleep 1 }; print "caught $@"'), "y:RUN caught late\nx:RUN ", 'a handler that dies');
is(output('print "a "; O->new("x")->{n}; print "b "'), 'a x:RUN b ', 'a temporary');
is(output('require Scalar::Util; my $x = O->new("x"); my $y = $x; Scalar::Util::weaken($y); undef $x; print defined $y ? "def" : "undef"'), 'x:RUN undef', 'weaken by its full name');
is(output('eval q{ package Late; sub new { bless [] } sub DESTROY { print "late " } }; { my $x = Late->new } print "end "'), 'late end ', 'a class from a string');

done_testing;
