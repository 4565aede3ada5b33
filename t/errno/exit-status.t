use strict;
use warnings;
use Test::More;

# What the status of a program that dies is.

sub status {
    my ($program) = @_;
    system $^X, '-e', "open STDERR, '>', '/dev/null'; $program";
    return $? >> 8;
}

is(status('$! = 2; die "x"'), 2, 'errno');
is(status('$! = 0; die "x"'), 255, '255 without an errno');
is(status('$! = 256 + 7; die "x"'), 7, 'its low eight bits');
is(status('$! = 0; $? = 3 << 8; die "x"'), 3, 'or the status of the last child');
is(status('$! = 2; exit 5'), 5, 'exit has its own');
is(status('defined shmget(-13, 1, 0) or die "shmget: $!"'), 2, 'a missing key');
is(status('semop(-1, "") or die "semop: $!"'), 22, 'an invalid argument');
is(status('END { $? = 9 } die "x"'), 9, 'END changes it');
is(status('END { print STDERR $? } exit 4'), 4, 'END sees it');
is(status('eval { die "x" }; exit 0'), 0, 'a caught exception');
is(status('$! = 5; eval { die "x\n" }; die $@'), 5, 'rethrown');
is(status('use strict; BEGIN { $! = 5 } $undeclared'), 5, 'a program that does not compile');
is(status('BEGIN { $! = 5 } $x = ;'), 5, 'for whatever reason');
is(status('$x = ;'), 255, 'without an errno');

is(status('sub f { local $?; exit 3 } f()'), 0, 'a local $? is put back behind exit');
is(status('sub f { local $?; exit 3 } END { $? = $? == 0 ? 8 : 9 } f()'), 8, '... before END');
is(status('END { $? = $? == 300 ? 8 : 9 } exit 300'), 8, 'END sees the whole operand of exit');
is(status('system "exit 3;"; END { $? = $? == 0 ? 8 : 9 }'), 8, 'a program that ends without exit has not failed');
is(status('sub Q::DESTROY { system "exit 3;" } sub f { my $o = bless [], "Q"; exit 1 } END { $? = 8 if $? == 768 } f()'), 8, 'DESTROY changes it');
is(status('use POSIX (); fork or POSIX::abort(); wait; exit $? & 127'), 6, 'abort');

done_testing;
