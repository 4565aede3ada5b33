#!/usr/bin/perl
# Random calls of IPC::SysV, IPC::Msg, IPC::Semaphore and IPC::SharedMem, with everything that can be seen of them.
#
#   perl t/fuzz/modules.pl SEED COUNT
#
# As calls.pl: the same seed makes the same calls in every Perl. It keeps away from addresses that are nobody's, which
# end a real perl, and from what perl leaks.

use strict;
use warnings;
use IPC::Msg;
use IPC::Semaphore;
use IPC::SharedMem;
use IPC::SysV qw(:all);

my ($seed, $count) = (@ARGV, 1, 200);

my $state = ($seed * 7919 + 12345) % 2147483647 || 1;

sub below { my ($n) = @_; $state = $state * 16807 % 2147483647; return int($state / 7) % $n }
sub one_of { return $_[ below(scalar @_) ] }

my $queue     = IPC::Msg->new(IPC_PRIVATE, 0600);
my $set       = IPC::Semaphore->new(IPC_PRIVATE, 3, 0600);
my $segment   = IPC::SharedMem->new(IPC_PRIVATE, 64, 0600);
our ($text, $undef, $wide, $flagged, %h, @a, $address, $stat);

sub reset_variables {
    ($text, $undef, $wide) = ('some text', undef, "wide \x{263a}");
    $flagged = "caf\xe9";
    utf8::upgrade($flagged);
    %h = (key => 'value', undef => undef);
    @a = (1, undef, 'element');
}

# --- The calls, as Perl text ------------------------------------------------------------------------------------------

sub operation { return join ', ', one_of(0, 1, 2, 2, 5, -1), one_of(1, 2, 0, -1, '"1"'), 'IPC_NOWAIT' }

my @calls = (
    sub {
        my $message = one_of('$text', '$wide', '$flagged', '$undef', '""', '"x" x 9000');
        return '$queue->snd(' . one_of(1, 2, 0, -1, q('2'), q('abc'), '$undef', 3.7) . ", $message, IPC_NOWAIT)";
    },
    sub {
        my $variable = one_of('$text', '$undef', '$h{key}', '$h{new}', '$a[1]', '$a[7]', '$flagged', '$wide');
        my ($size, $type) = (one_of(10, 100, 0, '$undef', q('5')), one_of(0, 1, 2, -2, '$undef'));
        return "\$queue->rcv($variable, $size, $type, " . one_of('IPC_NOWAIT', 'IPC_NOWAIT | MSG_NOERROR') . ')';
    },
    sub {
        return '$queue->' . one_of('id', 'stat->qnum', 'stat->mode', 'set(mode => 0640)', 'set(qbytes => 100)', 'set(qbytes => 16384)',
            'set(1, 2, 3)', 'set(foo => 1)', 'snd(1)', 'rcv()', 'stat->qbytes', 'set($queue->stat)', 'set()', 'set([])');
    },
    sub { return '$set->op(' . join(', ', map operation(), 1 .. 1 + below(2)) . one_of('', '', ', 1') . ')' },
    sub {
        return '$set->' . one_of('getval(0)', 'getval(2)', 'getval(7)', 'getval()', 'getall', 'setall(1, 2, 3)', 'setall(1, 2)',
            'setall(70000, -1, "x")', 'setval(1, 5)', 'setval(1, -5)', 'setval(1, "9a")', 'getncnt(1)', 'getzcnt(1)', 'getpid(9)',
            'stat->nsems', 'stat->mode', 'set(mode => 0660)', 'set(uid => 0, gid => 0)', 'id', 'op()', 'op(1, 2)', 'setval(1)', 'set(1)');
    },
    sub {
        return '$segment->' . one_of('read(0, 10)', 'read(0, 64)', 'read(0)', 'write("abc", 0, 5)', 'write($flagged, 3, 9)',
            'write($undef, 0, 4)', 'write(12345, 50, 14)', 'write(1, 2)', 'attach', 'attach(0)', 'attach(1, 2)', 'detach', 'detach', 'id',
            'is_removed', 'stat->segsz', 'stat->nattch', 'stat->mode', 'addr ? 1 : 0');
    },
    sub {
        my $id = one_of(1, 300, q('A'), q('AB'), 'undef', '$undef', '1.5', '-1', '$flagged', '[]', '"\xff"');
        return one_of('ftok("/")', 'ftok("/nonexistent")', "ftok('/etc/passwd', $id)", 'ftok()', 'ftok($undef)', 'ftok($wide)', 'ftok(1, 2, 3)');
    },
    sub {
        my $how = one_of('$segment->id, undef, 0', '-1, undef, 0', '$segment->id, "abc", 0', '$segment->id, 5, 0', '$undef, undef, 0');
        return "defined(\$address = shmat($how)) ? 1 : 0";
    },
    sub { return one_of('shmdt($address)', 'shmdt("x")', 'shmdt(undef)', 'shmdt($undef)', 'shmdt(pack "J", 4096)', 'shmdt()') },
    sub {
        my $call = one_of('memread($address, $text, 0, 10)', 'memread($address, $flagged, 0, 4)', 'memread($address, $h{new}, 2, 4)',
            'memread($address, substr($text, 1, 2), 0, 4)', 'memwrite($address, "hello", 0, 10)', 'memwrite($address, $flagged, 1, 8)',
            'memwrite($address, $wide, 1, 8)', 'memwrite($address, $undef, 1, 8)', 'unpack("P5", $address)', 'unpack("p", $address)',
            'memread($address, "literal", 0, 1)', 'memread("bad", $text, 0, 1)', 'memread($address, $text, "abc", 2)', 'memwrite($address, $text)');
        return "defined \$address ? $call : 'not attached'";
    },
    sub { return '$stat = ' . one_of('$queue', '$set', '$segment') . '->stat; ref $stat' },
    sub {
        my $call = one_of('length $stat->pack', '$stat->unpack($stat->pack)->mode', '$stat->unpack("abc")', '$stat->mode(0600)',
            '$stat->mode(1, 2)', '$stat->nosuch', '$stat->uid', 'scalar @$stat', 'IPC::Msg::stat::pack($stat) && 1');
        return "\$stat ? $call : 'no stat yet'";
    },
    sub {
        return one_of('IPC::SysV::_constant("IPC_CREAT")', 'IPC::SysV::_constant("NOPE")', 'IPC::SysV::_constant("SHM_SIZE")',
            'IPC::SysV::_constant(undef)', 'SHM_SIZE()', 'IPC::SysV::NOPE()', 'IPC_CREAT()', 'IPC::SysV->IPC_EXCL');
    },
    sub { return 'unpack "P4", pack "P", $text' },
);

# --- One call ---------------------------------------------------------------------------------------------------------

sub shown {
    my ($value) = @_;
    return 'undef' unless defined $value;
    my $flag = utf8::is_utf8($value) ? 'utf8 ' : '';
    my $string = "$value";
    $string =~ s/\(0x[0-9a-f]+\)/(ADDRESS)/g;
    $string = substr($string, 0, 60) . '...' . length $string if length $string > 60;
    $string =~ s/([^ -~])/sprintf '\\x{%x}', ord $1/ge;
    return (ref $value ? 'reference ' : $flag) . "'$string'";
}

sub perform {
    my ($number, $call) = @_;
    my (@warnings, @result);
    print "$number $call\n";
    $! = 5;
    {
        local $SIG{__WARN__} = sub { push @warnings, $_[0] };
        eval "# line 1 \"call\"\n\@result = do { $call }; 1" or push @warnings, "died: $@";
    }
    my $errno = $! + 0;
    print '  = ', join(', ', map shown($_), @result), "\n  ! $errno\n";
    for (@warnings) {
        s{ at \S*IPC/(\w+)\.pm line \d+}{ at $1.pm}g;
        s/0x[0-9a-f]+/ADDRESS/g;
        s/([^ -~\n])/sprintf '\\x{%x}', ord $1/ge;
        print "  - $_";
    }
    print '  ', join(' ', map shown($_), $text, $flagged, map { $_, $h{$_} } sort keys %h), ' ', scalar @a, "\n";
}

# Only these calls are made (a failing run is made smaller so); the others' random numbers are drawn all the same.
my %only = map { $_ => 1 } split /,/, $ENV{FUZZ_ONLY} // '';

for my $number (1 .. $count) {
    reset_variables();
    my $call = $calls[ below(scalar @calls) ]->();
    next if %only && !$only{$number};
    perform($number, $call);
    undef $address if $call =~ /^shmdt\(\$address/;
    next unless $call =~ /^defined\(\$address = shmat/ && defined $address && below(3) == 0;
    shmdt($address);
    undef $address;
}

$_->remove for $queue, $set, $segment;
