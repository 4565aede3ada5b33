use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EACCES EEXIST EINVAL ENOENT);
use Scalar::Util qw(dualvar isdual looks_like_number);

subtest 'reading' => sub {
    $! = ENOENT;
    is($! + 0, 2, 'a number');
    is("$!", 'No such file or directory', 'a text');
    ok($!, 'true');
    cmp_ok($!, '==', ENOENT, 'compared as a number');
    cmp_ok($!, 'eq', 'No such file or directory', 'and as a text');
    is(sprintf('%d %s', $!, $!), '2 No such file or directory', 'formatted');
    $! = 0;
    ok(!$!, 'false when 0');
    ok(defined $!, 'but defined');
    is("$!", '', 'and empty');
    is(length $!, 0, 'of length 0');
    ok(!looks_like_number(do { $! = ENOENT; "$!" }), 'the text is no number');
};

subtest 'copies' => sub {
    $! = EINVAL;
    my $copy = $!;
    $! = ENOENT;
    is("$copy", 'Invalid argument', 'keep the text');
    is($copy + 0, EINVAL, 'and the number');
    ok(isdual($copy), 'a dualvar');
    $! = $copy;
    is($! + 0, EINVAL, 'assigned back');
    my %hash = (error => $!);
    $! = 0;
    is($hash{error} + 0, EINVAL, 'in a hash');
    my @warnings = warnings_of { my $text = "$hash{error}"; is($text + 0, 0, 'the text alone is no number') };
    is(scalar @warnings, 1, 'and warns');
    like($warnings[0], qr/^Argument "Invalid argument" isn't numeric in addition \(\+\) at /, 'naming the operator');
    my $code = sub { $! = EEXIST; return $! };
    my $returned = $code->();
    $! = 0;
    is("$returned", 'File exists', 'a returned copy');
    is_deeply([ map $_ + 0, ($hash{error}) x 2 ], [ 22, 22 ], 'repeated');
};

subtest 'assigning' => sub {
    my @cases = (
        [ 13, 13 ], [ 2.9, 2 ], [ -2.9, -2 ], [ '13', 13 ], [ 4294967298, 2 ], [ 2147483648, -2147483648 ], [ 1e20, -1 ],
        [ 9**9**9, -1 ], [ !!1, 1 ], [ !!0, 0 ], [ '0 but true', 0 ], [ undef, 0 ], [ ' 5 ', 5 ],
        [ dualvar(17, 'text'), 17 ],
    );
    for (@cases) {
        my ($value, $number) = @$_;
        my @warnings = warnings_of { $! = $value };
        is($! + 0, $number, defined $value ? "'$value'" : 'undef');
        is("@warnings", '', 'no warning');
    }
    for ([ '13x', 13 ], [ 'abc', 0 ], [ '', 0 ]) {
        my ($value, $number) = @$_;
        my @warnings = warnings_of { $! = $value };
        is($! + 0, $number, "'$value'");
        is("@warnings", qq(Argument "$value" isn't numeric in scalar assignment) . here(-2), 'a warning');
    }
};

subtest 'as a variable' => sub {
    $! = 5;
    $!++;
    is($! + 0, 6, '++');
    $! += 3;
    is($! + 0, 9, '+=');
    $! |= 6;
    is($! + 0, 15, '|=');
    my $reference = \$!;
    $$reference = 3;
    is($! + 0, 3, 'through a reference');
    for my $alias ($!) { $alias = 4 }
    is($! + 0, 4, 'through a loop alias');
    sub set { $_[0] = 7 }
    set($!);
    is($! + 0, 7, 'through @_');
    my $rest;
    ($!, $rest) = (8, 9);
    is($! + 0, 8, 'in a list assignment');
    is($rest, 9, 'whose rest goes on');
    my $chained = $! = 2;
    is("$chained", 'No such file or directory', 'a chained assignment gives the dualvar');
};

subtest 'local' => sub {
    $! = ENOENT;
    {
        local $!;
        is($! + 0, 0, 'is 0 inside');
        $! = EINVAL;
    }
    is($! + 0, ENOENT, 'and restored');
    { local $! = EEXIST; is($! + 0, EEXIST, 'with a value') }
    is($! + 0, ENOENT, 'restored');
    eval { local $! = EACCES; die "x\n" };
    is($! + 0, ENOENT, 'restored by an exception');
    { local $! = 5; { local $! = 6; is($! + 0, 6, 'nested') } is($! + 0, 5, 'inner restored') }
    is($! + 0, ENOENT, 'outer restored');
};

subtest 'what sets it' => sub {
    my $id = segment(4);
    $! = EEXIST;
    shmread($id, my $text, 0, 4);
    is($! + 0, 0, 'a successful call makes it 0');
    shmread($id, $text, 0, 5);
    is($! + 0, 14, 'a failing one sets it');
    eval { die "x\n" };
    is($! + 0, 14, 'eval and die leave it');
    my $missing = -e '/nonexistent/file';
    is($! + 0, ENOENT, 'a failing file test sets it');
    ok(!open(my $handle, '<', '/nonexistent'), 'so does open');
    is("$!", 'No such file or directory', 'ENOENT');
};

subtest 'in a failing condition' => sub {
    my $text = eval { defined shmget(-9, 1, 0) or die "shmget: $!\n" } // $@;
    is($text, "shmget: No such file or directory\n", 'interpolated');
    my $message = '';
    defined shmget(-9, 1, 0) || ($message = 'failed: ' . $!);
    is($message, 'failed: No such file or directory', 'concatenated');
};

subtest 'English' => sub {
    require English;
    English->import('-no_match_vars');
    no strict 'vars';
    $! = EACCES;
    is(eval '"$OS_ERROR"', 'Permission denied', '$OS_ERROR');
    is(eval '$ERRNO + 0', EACCES, '$ERRNO');
};

$! = EACCES;
is($^E + 0, EACCES, '$^E is the same');
is("$^E", 'Permission denied', 'in text');

done_testing;
