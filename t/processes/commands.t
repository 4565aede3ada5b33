# system, exec, backticks, pipe opens and what commands inherit (perlfunc, perlipc).
use strict;
use warnings;
use Test::More;
use POSIX ();

subtest 'system' => sub {
    is system('true'), 0, 'success';
    is system('exit 3;') >> 8, 3, 'a shell where one is needed';
    is system('sh', '-c', 'exit 4') >> 8, 4, 'a list';
    is system({ '/bin/sh' } 'any name', '-c', 'exit 5') >> 8, 5, 'a program apart from its name';
    is system('kill -9 $$'), 9, 'a signal';
    no warnings 'exec';
    is system('no-such-program-at-all'), -1, 'no such program';
    is $! + 0, POSIX::ENOENT(), 'sets $!';
};

subtest 'backticks' => sub {
    is `echo text`, "text\n", 'scalar';
    is_deeply [`printf 'a\\nb\\nc'`], ["a\n", "b\n", 'c'], 'list';
    is `exit 6;`, '', 'no output';
    is $? >> 8, 6, 'status';
    is qx'echo $0', "sh\n", 'qx with quotes is not interpolated';
    is `echo err 2>&1 1>&2`, "err\n", 'redirection';
    my $name = 'world';
    is `echo hello $name`, "hello world\n", 'interpolation';
};

subtest 'pipes from commands' => sub {
    open my $pipe, '-|', 'echo', 'a  b', '$c' or die "echo: $!";
    is scalar(<$pipe>), "a  b \$c\n", 'a list never meets a shell';
    ok close $pipe, 'close is true';
    open $pipe, 'echo one; exit 3|' or die "sh: $!";
    is_deeply [<$pipe>], ["one\n"], 'two-operand form';
    ok !close $pipe, 'close is false';
    is $? >> 8, 3, 'status';
    is $! + 0, 0, '$! is 0 then';
};

subtest 'pipes to commands' => sub {
    my $file = "/tmp/commands-$$";
    open my $pipe, '|-', "sort >$file" or die "sort: $!";
    print $pipe "$_\n" for qw(c a b);
    ok close $pipe, 'close waits';
    open my $in, '<', $file or die "$file: $!";
    is_deeply [<$in>], ["a\n", "b\n", "c\n"], 'the command has read everything';
    unlink $file;
};

subtest 'pipes to ourselves' => sub {
    my $pid = open my $pipe, '-|' // die "fork: $!";
    if ($pid == 0) {
        print 'from the child';
        close STDOUT;
        POSIX::_exit(7);
    }
    is scalar(<$pipe>), 'from the child', 'STDOUT of the child';
    close $pipe;
    is $? >> 8, 7, 'status';
    pipe(my $reader, my $writer) or die "pipe: $!";
    $pid = open $pipe, '|-' // die "fork: $!";
    if ($pid == 0) {
        print $writer map { uc } <STDIN>;
        close $writer;
        POSIX::_exit(0);
    }
    close $writer;
    print $pipe "to the child\n";
    close $pipe;
    is scalar(<$reader>), "TO THE CHILD\n", 'STDIN of the child';
};

subtest 'what commands inherit' => sub {
    local $ENV{COMMANDS_T} = 'a b';
    is `echo "\$COMMANDS_T"`, "a b\n", '%ENV';
    delete $ENV{COMMANDS_T};
    is `echo "[\$COMMANDS_T]"`, "[]\n", 'a deleted variable is gone';
    open my $closed, '<', '/dev/null' or die;
    isnt system('test -e /proc/self/fd/' . fileno $closed), 0, 'descriptors are closed';
    local $^F = 1000;
    open my $open, '<', '/dev/null' or die;
    is system('test -e /proc/self/fd/' . fileno $open), 0, 'up to $^F they stay open';
    local $SIG{USR1} = 'IGNORE';
    is system('kill -USR1 $$; exit 0'), 0, 'ignored signals stay ignored';
    $SIG{USR1} = sub { };
    is system('kill -USR1 $$; exit 0'), POSIX::SIGUSR1(), 'handled ones become default';
};

subtest 'exec' => sub {
    my $pid = fork // die "fork: $!";
    if ($pid == 0) { exec { '/bin/sh' } 'name', '-c', 'exit 8' }
    waitpid $pid, 0;
    is $? >> 8, 8, 'a program apart from its name';
    no warnings 'exec';
    ok !exec('no-such-program-at-all'), 'answers if it fails';
    is $! + 0, POSIX::ENOENT(), 'and sets $!';
};

subtest 'redirected handles' => sub {
    my $file = "/tmp/redirected-$$";
    open my $saved, '>&', \*STDOUT or die "dup: $!";
    close STDOUT;
    open STDOUT, '>', $file or die "$file: $!";
    my $number = fileno STDOUT;
    $| = 1;
    print "perl\n";
    system 'echo command';
    close STDOUT;
    open STDOUT, '>&', $saved or die "dup: $!";
    is $number, 1, 'STDOUT keeps its number';
    open my $in, '<', $file or die "$file: $!";
    is_deeply [<$in>], ["perl\n", "command\n"], 'commands write there too';
    unlink $file;
};

done_testing;
