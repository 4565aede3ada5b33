use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;

# The order in which the arguments are read, seen by tied scalars.

my @log;

{
    package Logged;
    sub TIESCALAR { my ($class, $name, $value) = @_; return bless { name => $name, value => $value }, $class }
    sub FETCH { my $self = shift; push @log, $self->{name}; return $self->{value} }
    sub STORE { my ($self, $value) = @_; push @log, "$self->{name}="; $self->{value} = $value }
}

# Scalars that log under their names; -1 everywhere makes the calls fail.
my %value;
tie my $ID, 'Logged', ID => -1;
tie my $KEY, 'Logged', KEY => -5;
tie my $FLAGS, 'Logged', FLAGS => 0;
tie my $SIZE, 'Logged', SIZE => 1;
tie my $NSEMS, 'Logged', NSEMS => 1;
tie my $CMD, 'Logged', CMD => 77;
tie my $SEMNUM, 'Logged', SEMNUM => 0;
tie my $ARG, 'Logged', ARG => 0;
tie my $POS, 'Logged', POS => 0;
tie my $STRING, 'Logged', STRING => 'text';
tie my $MSG, 'Logged', MSG => pack 'l!', 1;
tie my $OPSTRING, 'Logged', OPSTRING => pack 's!3', 0, 1, 0;
tie my $TYPE, 'Logged', TYPE => 0;
tie my $VAR, 'Logged', VAR => 'old';

sub logged { my ($code) = @_; @log = (); $code->(); return join ' ', @log }

is(logged(sub { shmget($KEY, $SIZE, $FLAGS) }), 'KEY FLAGS SIZE', 'shmget reads SIZE last');
is(logged(sub { semget($KEY, $NSEMS, $FLAGS) }), 'KEY FLAGS NSEMS', 'semget reads NSEMS last');
is(logged(sub { msgget($KEY, $FLAGS) }), 'KEY FLAGS', 'msgget');
is(logged(sub { shmctl($ID, $CMD, $ARG) }), 'ID CMD ARG', 'shmctl');
is(logged(sub { semctl($ID, $SEMNUM, $CMD, $ARG) }), 'ID SEMNUM CMD ARG', 'semctl');
is(logged(sub { msgctl($ID, $CMD, $ARG) }), 'ID CMD ARG', 'msgctl');
is(logged(sub { shmread($ID, $VAR, $POS, $SIZE) }), 'ID POS SIZE', 'a failing shmread does not touch VAR');
is(logged(sub { shmwrite($ID, $STRING, $POS, $SIZE) }), 'ID POS SIZE', 'nor a failing shmwrite STRING');
is(logged(sub { semop($ID, $OPSTRING) }), 'ID OPSTRING', 'semop');
is(logged(sub { msgsnd($ID, $MSG, $FLAGS) }), 'ID FLAGS MSG', 'msgsnd reads MSG last');

my $segment = segment(10);
tie my $SEGMENT, 'Logged', ID => $segment;
is(logged(sub { shmread($SEGMENT, $VAR, $POS, $SIZE) }), 'ID POS SIZE VAR VAR=', 'shmread reads and stores VAR');
is(logged(sub { shmwrite($SEGMENT, $STRING, $POS, $SIZE) }), 'ID POS SIZE STRING', 'shmwrite');
tie my $STAT, 'Logged', CMD => 2;
is(logged(sub { shmctl($SEGMENT, $STAT, $VAR) }), 'ID CMD VAR VAR=', 'IPC_STAT reads and stores its argument');
is(logged(sub { shmctl($ID, $STAT, $VAR) }), 'ID CMD VAR', 'a failing IPC_STAT stores nothing');
is(length tied($VAR)->{value}, 112, 'the structure was stored');

my $set = semaphore_set(2);
tie my $SET, 'Logged', ID => $set;
tie my $GETALL, 'Logged', CMD => 13;
is(logged(sub { semctl($SET, $SEMNUM, $GETALL, $VAR) }), 'ID SEMNUM CMD VAR VAR=', 'GETALL');
is(logged(sub { semctl($ID, $SEMNUM, $GETALL, $VAR) }), 'ID SEMNUM CMD', 'a failing GETALL');

subtest 'msgrcv' => sub {
    my $queue = queue();
    tie my $QUEUE, 'Logged', ID => $queue;
    tie my $NOWAIT, 'Logged', FLAGS => 04000;
    msgsnd($queue, pack('l! a*', 1, 'text'), 0) or die "msgsnd: $!";
    tied($SIZE)->{value} = 100;
    tied($VAR)->{value} = 'old';
    is(logged(sub { msgrcv($ID, my $message, $SIZE, $TYPE, $NOWAIT) }), 'ID SIZE TYPE FLAGS', 'an untied VAR');

    # Perl before 5.39.2 reads a tied variable and never stores into it.
    my $new = $] >= 5.039002;
    is(logged(sub { msgrcv($QUEUE, $VAR, $SIZE, $TYPE, $NOWAIT) }),
        $new ? 'ID SIZE TYPE FLAGS VAR=' : 'ID SIZE TYPE FLAGS VAR', 'a tied VAR');
    is(tied($VAR)->{value}, $new ? pack('l! a*', 1, 'text') : 'old', 'its value');
    is(logged(sub { msgrcv($QUEUE, $VAR, $SIZE, $TYPE, $NOWAIT) }),
        $new ? 'ID SIZE TYPE FLAGS' : 'ID SIZE TYPE FLAGS VAR', 'a tied VAR and no message');
};

subtest 'overloaded objects' => sub {
    {
        package Numeric;
        use overload '0+' => sub { push @log, '0+'; return ${ $_[0] } }, '""' => sub { push @log, '""'; return "text" };
        package Textual;
        use overload '""' => sub { push @log, '""'; return ${ $_[0] } };
    }
    my $number = bless \(my $a = $segment), 'Numeric';
    my $text = bless \(my $b = "$segment"), 'Textual';
    is(logged(sub { shmctl($number, 2, my $data) or die $! }), '0+', 'a number is asked for with 0+');
    is(logged(sub { shmctl($text, 2, my $data) or die $! }), '""', 'or with "" where there is no 0+');
    my $string = bless \(my $c = 'abc'), 'Textual';
    is(logged(sub { shmwrite($segment, $string, 0, 10) or die $! }), '""', 'a string is asked for with ""');
    shmread($segment, my $back, 0, 4);
    is($back, "abc\0", 'and written');
    is(logged(sub { shmwrite($segment, $number, 0, 10) or die $! }), '""', 'even where there is a 0+');
};

subtest 'a function that reads $! late' => sub {
    $! = 5;
    my $text = sprintf '%d %s', $!, defined shmctl(-1, 2, my $data) ? 'found' : 'not found';
    is($text, '22 not found', '$! in a list is the variable, not its value');
};

done_testing;
