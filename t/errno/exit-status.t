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

# A program in a file: perl has read on to its end, which leaves no errno, unless it gave up earlier.
sub status_of_file {
    my ($program) = @_;
    my $file = "/tmp/exit-status-$$.pl";
    open my $handle, '>', $file or die "$file: $!";
    print $handle $program;
    close $handle;
    system "exec $^X $file 2>/dev/null";
    unlink $file;
    return $? >> 8;
}

is(status_of_file("BEGIN { \$! = 5 }\n\$x = ;\n"), 255, 'a mistake in a file');
is(status_of_file("use IPC::SysV;\nuse strict;\n\$undeclared;\n"), 255, 'after a module');
is(status_of_file("BEGIN { \$! = 5 }\n\$x = ;\n__END__\n"), 5, '__END__ before the end');
is(status_of_file("BEGIN { \$! = 5 }\n\$x = ;\nuse strict;\n"), 5, 'given up before the end');
is(status_of_file("BEGIN { \$! = 5 } \$x = ;"), 5, 'the end has been met before BEGIN');
is(status_of_file("BEGIN { \$! = 5 }\nexit \$!;\n"), 0, 'a right program begins without errno');
is(status_of_file("BEGIN { \$! = 5 }\nexit \$!;\n__END__\n"), 5, 'except before __END__');

done_testing;
