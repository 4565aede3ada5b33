use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use IPC::SysV qw(GETALL IPC_NOWAIT IPC_SET IPC_STAT SETALL);

my $segment = segment(10);
my $queue = queue();
my $set = semaphore_set(1);

sub flagged { my ($bytes) = @_; utf8::upgrade($bytes); return $bytes }

my @wide = (
    [ shmwrite => sub { shmwrite($segment, $_[0], 0, 10) } ],
    [ msgsnd   => sub { msgsnd($queue, $_[0], IPC_NOWAIT) } ],
    [ semop    => sub { semop($set, $_[0]) } ],
    [ semctl   => sub { semctl($set, 0, SETALL, $_[0]) } ],
    [ semctl   => sub { semctl($set, 0, IPC_SET, $_[0]) } ],
    [ shmctl   => sub { shmctl($segment, IPC_SET, $_[0]) } ],
    [ msgctl   => sub { msgctl($queue, IPC_SET, $_[0]) } ],
);

for (@wide) {
    my ($name, $code) = @$_;
    for my $text ("\x{100}", "abc\x{263a}", "\x{1f600}" x 200) {
        my $copy = $text;
        is(error_of { $code->($copy) } =~ /^(.*?) at / && $1, "Wide character in $name", $name);
        is($copy, $text, 'the string is unchanged');
    }
}

my @same = (
    [ 'shmwrite', "caf\xe9 \xff", sub { my $got; shmwrite($segment, $_[0], 0, 6) && shmread($segment, $got, 0, 6) && $got } ],
    [ 'msgsnd', pack('l! a*', 200, "caf\xe9"),
        sub { my $got; msgsnd($queue, $_[0], IPC_NOWAIT) && msgrcv($queue, $got, 50, 0, IPC_NOWAIT) && $got } ],
    [ 'SETALL', pack('s!', 200), sub { my $got; semctl($set, 0, SETALL, $_[0]) && semctl($set, 0, GETALL, $got) && $got } ],
);

for (@same) {
    my ($name, $bytes, $code) = @$_;
    my $text = flagged($bytes);
    ok(utf8::is_utf8($text), "a flagged string for $name");
    is($code->($text), $bytes, 'arrives as bytes');
    ok(!utf8::is_utf8($text), 'and has lost its flag');
    is($text, $bytes, 'not its characters');
}

shmctl($segment, IPC_STAT, my $structure);
my $text = flagged($structure);
is(shmctl($segment, IPC_SET, $text), '0 but true', 'a flagged structure has the right length');

use constant FLAGGED => do { my $t = "\xe9"; utf8::upgrade($t); $t };
is(shmwrite($segment, FLAGGED, 0, 1), 1, 'a constant is converted in a copy');
ok(utf8::is_utf8(FLAGGED), 'and stays');

{
    use utf8;
    my $letter = "é";
    is(shmwrite($segment, $letter, 0, 2), 1, 'a letter of a utf8 source');
    shmread($segment, my $got, 0, 2);
    is($got, "\xe9\0", 'is one byte');
}

done_testing;
