# fork, wait, waitpid and exit statuses (perlfunc, perlipc).
use strict;
use warnings;
use Test::More;
use POSIX qw(:sys_wait_h);

# The status of a child that runs the code.
sub status_of {
    my $code = shift;
    my $pid = fork // die "fork: $!";
    if ($pid == 0) {
        open STDERR, '>', '/dev/null';
        $! = 0;
        $code->();
        POSIX::_exit(0);
    }
    waitpid($pid, 0) == $pid or die "waitpid: $!";
    return $?;
}

subtest 'children that end at once' => sub {
    my %pid_of;
    for my $n (1 .. 20) {
        my $pid = fork // die "fork: $!";
        POSIX::_exit($n) if $pid == 0;
        $pid_of{$n} = $pid;
    }
    my @statuses = map { waitpid $pid_of{$_}, 0; $? >> 8 } sort { $a <=> $b } keys %pid_of;
    is_deeply \@statuses, [1 .. 20], 'each has its own status';
    is wait, -1, 'none is left';
    is $? , -1, 'then $? is -1';
    is $! + 0, POSIX::ECHILD(), 'and $! says why';
};

subtest 'statuses' => sub {
    is status_of(sub { exit 7 }), 7 << 8, 'exit';
    is status_of(sub { exit 256 + 3 }), 3 << 8, 'exit keeps eight bits';
    is status_of(sub { exit -1 }), 255 << 8, 'exit -1';
    my $quiet = 'open STDERR, ">", "/dev/null"; ';
    is system($^X, '-e', $quiet . '$! = 0; $? = 0; die "x\n"'), 255 << 8, 'die';
    is system($^X, '-e', $quiet . '$! = 5; die "x\n"'), 5 << 8, 'die with $!';
    is system($^X, '-e', $quiet . '$! = 0; $? = 6 << 8; die "x\n"'), 6 << 8, 'die with $?';
    is system($^X, '-e', 'END { $? = 9 } exit 1'), 9 << 8, 'END has the last word';
    is system($^X, '-e', 'kill INT => $$; sleep 5'), 2, 'SIGINT';
    is status_of(sub { kill KILL => $$ }), 9, 'SIGKILL';
    is status_of(sub { kill TERM => $$; sleep 5 }), 15, 'SIGTERM';
    is status_of(sub { exec 'sh', '-c', 'exit 9' }), 9 << 8, 'exec';
};

subtest 'what the child has' => sub {
    my @list = (1, 2);
    my %hash = (key => 'value');
    my $closure = do { my $n = 40; sub { $n++; $n + @list } };
    $closure->();
    is status_of(sub { exit $closure->() + ($hash{key} eq 'value' ? 0 : 1) }), 44 << 8, 'all variables';
    is $closure->(), 44, 'and the parent its own';
    my $parent = $$;
    is status_of(sub { exit($$ != $parent && getppid() == $parent ? 1 : 2) }), 1 << 8, '$$ and getppid';
    is status_of(sub { exit status_of(sub { exit status_of(sub { exit 3 }) >> 8 }) >> 8 }), 3 << 8, 'children of children';
};

subtest 'fork in strange places' => sub {
    is status_of(sub { eval { die { code => 4 } }; exit $@->{code} }), 4 << 8, 'eval in a child';
    my $pid;
    my @sorted = sort { $pid //= fork // die; POSIX::_exit(5) if $pid == 0; $a <=> $b } 3, 1, 2;
    waitpid $pid, 0;
    is_deeply [@sorted, $? >> 8], [1, 2, 3, 5], 'in a sort block';
    my @statuses = map { status_of(sub { exit 6 }) >> 8 } 1 .. 3;
    is_deeply \@statuses, [6, 6, 6], 'in map';
    my $text = "abc";
    $text =~ s/b/status_of(sub { exit 8 }) >> 8/e;
    is $text, 'a8c', 'in a substitution';
};

subtest 'waiting' => sub {
    pipe(my $reader, my $writer) or die "pipe: $!";
    my $pid = fork // die "fork: $!";
    if ($pid == 0) {
        close $writer;
        my $line = <$reader>;
        POSIX::_exit(2);
    }
    close $reader;
    is waitpid($pid, WNOHANG), 0, 'WNOHANG while it runs';
    is waitpid(-1, WNOHANG), 0, 'WNOHANG for any child';
    close $writer;
    is waitpid(-1, 0), $pid, 'any child';
    ok WIFEXITED($?) && WEXITSTATUS($?) == 2, 'WIFEXITED';
    is waitpid($pid, 0), -1, 'only once';
};

subtest 'output' => sub {
    my $file = "/tmp/fork-output-$$";
    open my $out, '>', $file or die "$file: $!";
    print $out 'before ';
    my $pid = fork // die "fork: $!";
    if ($pid == 0) {
        print $out 'child ';
        close $out;
        POSIX::_exit(0);
    }
    waitpid $pid, 0;
    print $out "parent\n";
    close $out;
    open my $in, '<', $file or die "$file: $!";
    is scalar(<$in>), "before child parent\n", 'is written once';
    close $in;
    unlink $file;
};

done_testing;
