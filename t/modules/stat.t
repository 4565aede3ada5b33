use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Config;
use IPC::Msg;
use IPC::Semaphore;
use IPC::SharedMem;

my $aarch64 = $Config{archname} =~ /aarch64/;
my %class = (
    'IPC::SharedMem::stat' => [ 112, qw(uid gid cuid cgid mode segsz lpid cpid nattch atime dtime ctime) ],
    'IPC::Semaphore::stat' => [ $aarch64 ? 88 : 104, qw(uid gid cuid cgid mode ctime otime nsems) ],
    'IPC::Msg::stat'       => [ 120, qw(uid gid cuid cgid mode qnum qbytes lspid lrpid stime rtime ctime) ],
);

for my $class (sort keys %class) {
    my ($size, @fields) = @{ $class{$class} };
    subtest $class => sub {
        my $stat = "$class"->new(uid => 5, mode => 0600);
        is(ref $stat, $class, 'new');
        is($stat->uid, 5, 'a given field');
        is($stat->gid, undef, 'one that is not given');
        is("$class"->new(nonsense => 1)->uid, undef, 'an unknown one is ignored');
        is($stat->uid(7), 7, 'setting returns the value');
        is($stat->[0], 7, 'and sets');
        my $error = error_of { $stat->uid(1, 2) };
        like($error, qr/^Too many args to uid at /, 'two values');
        like(error_of { $stat->nonsense }, qr/^Can't locate object method "nonsense" via package "$class" at /, 'unknown');

        my $number = 10;
        $stat->$_($number++) for @fields;
        is_deeply([@$stat], [ 10 .. 9 + @fields ], 'the order of the fields');
        my $data = $stat->pack;
        is(length $data, $size, 'pack');
        my $back = "$class"->new;
        is($back->unpack($data), $back, 'unpack returns the object');
        is_deeply([@$back], [@$stat], 'with all fields');

        $error = error_of { $back->unpack('abc') };
        is($error, "Bad arg length for $class, length is 3, should be $size" . here(-1), 'a wrong length');
        my $other = bless [], 'Other';
        $error = error_of { "$class"->can('pack')->($other) };
        is($error, "Method pack not called a $class object" . here(-1), 'pack of another class');
        $error = error_of { "$class"->can('unpack')->($other, $data) };
        is($error, "Method unpack not called a $class object" . here(-1), 'unpack of another class');

        my @warnings = warnings_of { "$class"->new->pack };
        my $text = 'Use of uninitialized value in subroutine entry' . here(-1);
        cmp_ok(scalar @warnings, '>', 0, 'undefined fields warn');
        is($_, $text, 'in packing') for @warnings;
        is(prototype("${class}::pack"), '$', 'prototype of pack');
        is(prototype("${class}::unpack"), '$$', 'prototype of unpack');
    };
}

my $id = segment(77);
my $stat = 'IPC::SharedMem::stat'->new;
shmctl($id, 2, my $data);
$stat->unpack($data);
is($stat->segsz, 77, 'a structure of shmctl');
substr($data, 48, 8) = pack 'Q', ~0;
substr($data, 4, 4) = pack 'l', -1;
$stat->unpack($data);
is($stat->segsz, -1, 'values are signed');
is($stat->uid, 4294967295, 'but not ids of 32 bits');
like(error_of { IPC::SharedMem::stat->new }, qr/^Can't call method "id" on an undefined value at /,
    'the unquoted class name calls the method');

done_testing;
