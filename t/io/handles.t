# Reading, writing, positions and buffers of file handles (perlfunc, "Input and output functions").
use strict;
use warnings;
use Test::More;
use Fcntl qw(:DEFAULT :flock :seek);

my $file = "/tmp/handles-$$";
END { unlink $file, "$file.new" }

sub contents {
    open my $in, '<', $file or die "$file: $!";
    local $/;
    return <$in>;
}

subtest 'writing' => sub {
    open my $out, '>', $file or die "$file: $!";
    print $out "one\n";
    printf $out "%03d|%s\n", 7, 'x';
    ok close $out, 'close';
    is contents(), "one\n007|x\n", 'has written it';
    open $out, '>>', $file or die "$file: $!";
    is tell($out), 10, 'appending starts at the end';
    { local ($,, $\) = ('-', "!\n"); print $out 'a', 'b' }
    select((select($out), $| = 1)[0]);
    print $out 'now';
    is contents(), "one\n007|x\na-b!\nnow", '$, $\ and $|';
    close $out;
};

subtest 'reading' => sub {
    open my $in, '<', $file or die "$file: $!";
    is scalar(<$in>), "one\n", 'a line';
    is $., 1, '$.';
    is_deeply [<$in>], ["007|x\n", "a-b!\n", 'now'], 'the rest';
    ok eof $in, 'eof';
    is scalar(<$in>), undef, 'nothing more';
    is $., 4, '$. counts on';
    close $in;
};

subtest '$/' => sub {
    my $text = "a\nb\n\n\n\nc\n";
    my $read = sub { local $/ = shift; open my $in, '<', \$text or die; return [<$in>] };
    is_deeply $read->(undef), [$text], 'undef';
    is_deeply $read->(''), ["a\nb\n\n", "c\n"], 'paragraphs';
    is_deeply $read->(\4), ["a\nb\n", "\n\n\nc", "\n"], 'records';
    is_deeply $read->("\nb"), ["a\nb", "\n\n\n\nc\n"], 'a text';
};

subtest 'positions' => sub {
    open my $both, '+<', $file or die "$file: $!";
    my $line = <$both>;
    is tell($both), 4, 'tell knows where reading stands';
    ok seek($both, 0, SEEK_SET), 'seek';
    print $both 'ONE';
    seek $both, 0, SEEK_SET;
    is scalar(<$both>), "ONE\n", 'written in place';
    is sysseek($both, 0, SEEK_SET), '0 but true', 'sysseek';
    is sysread($both, my $bytes, 3), 3, 'sysread';
    is $bytes, 'ONE', 'at its own position';
    ok truncate($both, 4), 'truncate';
    close $both;
    is contents(), "ONE\n", 'truncated';
};

subtest 'read, getc and offsets' => sub {
    open my $in, '<', \'abcdefgh' or die;
    is read($in, my $text, 3), 3, 'read';
    is read($in, $text, 2, 3), 2, 'behind what is there';
    is $text, 'abcde', 'joined';
    is read($in, $text, 1, -2), 1, 'an offset from the end';
    is $text, 'abcf', 'cuts';
    is getc($in), 'g', 'getc';
    is read($in, $text, 9, 6), 1, 'less than asked for';
    is $text, "abcf\0\0h", 'padded';
    is read($in, $text, 1), 0, 'nothing at the end';
    is $text, '', 'leaves nothing';
    ok !eval { read $in, $text, -1; 1 }, 'a negative length';
    like $@, qr/^Negative length at /, 'dies';
};

subtest 'in-memory files' => sub {
    my $memory = '';
    open my $out, '>', \$memory or die;
    print $out 'mem';
    is $memory, 'mem', 'written at once';
    seek $out, 1, SEEK_SET;
    print $out 'E';
    is $memory, 'mEm', 'in place';
    close $out;
    open $out, '>>', \$memory or die;
    print $out '+';
    is $memory, 'mEm+', 'appended';
};

subtest 'layers' => sub {
    open my $out, '>:encoding(UTF-8)', $file or die;
    print $out "\x{263a}\xe9\n";
    close $out;
    is contents(), "\xe2\x98\xba\xc3\xa9\n", 'encoded';
    open my $in, '<:encoding(UTF-8)', $file or die;
    is scalar(<$in>), "\x{263a}\xe9\n", 'decoded';
    open $in, '<', $file or die;
    is length(scalar <$in>), 6, 'bytes without a layer';
    open $out, '>:crlf', $file or die;
    print $out "a\nb\n";
    close $out;
    is contents(), "a\r\nb\r\n", ':crlf';
    my @warnings;
    local $SIG{__WARN__} = sub { push @warnings, @_ };
    open $out, '>', $file or die;
    print $out "\x{263a}";
    close $out;
    is contents(), "\xe2\x98\xba", 'wide characters go out as UTF-8';
    like $warnings[0], qr/^Wide character in print at /, 'with a warning';
};

subtest 'handles' => sub {
    open my $copy, '>&', \*STDOUT or die;
    isnt fileno($copy), 1, 'a duplicate has its own number';
    open my $alias, '>&=', 1 or die;
    is fileno($alias), 1, 'an alias has not';
    is ref(\$copy), 'REF', 'a new handle is a reference';
    is ref($copy), 'GLOB', 'to a glob';
    ok !defined fileno(NEVER), 'an unopened one has no number';
    ok sysopen(my $new, "$file.new", O_RDWR | O_CREAT | O_EXCL, 0600), 'sysopen';
    ok !sysopen(my $again, "$file.new", O_RDWR | O_CREAT | O_EXCL, 0600), 'of an existing file';
    ok flock($new, LOCK_EX | LOCK_NB), 'flock';
    open my $other, '<', "$file.new" or die;
    ok !flock($other, LOCK_EX | LOCK_NB), 'of a locked file';
    close $new;
    ok flock($other, LOCK_EX | LOCK_NB), 'close unlocks';
};

subtest 'messages' => sub {
    my @warnings;
    local $SIG{__WARN__} = sub { push @warnings, $_[0] =~ s/ at .*//sr };
    my $fh;
    open $fh, '<', \'x' or die;
    print $fh 'y';
    close $fh;
    print $fh 'y';
    my $line = <$fh>;
    { no warnings "once"; print UNOPENED "y" }
    open $fh, "no such file\n";
    is_deeply \@warnings,
        [
        'Filehandle $fh opened only for input',
        'print() on closed filehandle $fh',
        'readline() on closed filehandle $fh',
        'print() on unopened filehandle UNOPENED',
        'Unsuccessful open on filename containing newline',
        ],
        'warnings';
    open my $in, '<', \"a\nb\n" or die;
    $line = <$in>;
    eval { die 'dead' };
    like $@, qr/^dead at .* line \d+, <\$in> line 1\.$/, 'the last handle is named';
};

done_testing;
