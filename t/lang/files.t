use strict;
use warnings;
use Test::More;
use File::Temp qw(tempdir);
use Fcntl qw(:flock :seek O_CREAT O_EXCL O_RDWR);

my $folder = tempdir(CLEANUP => 1);
my $file = "$folder/file.txt";

ok(open(my $out, '>', $file), 'open to write');
print $out "line 1\n", "line 2\n";
print {$out} "line 3\n";
printf $out "%s %d\n", 'line', 4;
ok(close($out), 'close');
is(-s $file, 28, '-s');
ok(-e $file && -f _ && !-d _, 'file tests');
ok(-d $folder, '-d');
ok(!-e "$folder/none", '! -e');

open my $in, '<', $file or die "open: $!";
my $first = <$in>;
is($first, "line 1\n", 'a line');
is($., 1, '$.');
my @rest = <$in>;
is(scalar @rest, 3, 'the rest');
is($rest[-1], "line 4\n", 'the last');
ok(eof($in), 'eof');
is(scalar <$in>, undef, 'undef at the end');
seek $in, 0, SEEK_SET;
is(tell $in, 0, 'seek and tell');
my $count = 0;
while (<$in>) { chomp; $count++ if /^line \d$/ }
is($count, 4, 'while (<>)');
seek $in, 7, 0;
read $in, my $buffer, 4;
is($buffer, 'line', 'read');
is(read($in, $buffer, 3, 4), 3, 'read to an offset');
is($buffer, "line 2\n", 'appended');
is(getc $in, 'l', 'getc');
close $in;

open $out, '>>', $file or die;
print $out "appended\n";
close $out;
open $in, $file or die;
my @lines = <$in>;
is($lines[-1], "appended\n", 'append; two-argument open');
close $in;
{
    local $/;
    open $in, '<', $file or die;
    my $content = <$in>;
    is(length $content, 37, 'slurp');
}
{
    local $/ = '';
    open $in, '<', \"a\nb\n\n\nc\n" or die;
    my @paragraphs = <$in>;
    is(scalar @paragraphs, 2, 'paragraphs');
}
{
    local $/ = \4;
    open $in, '<', \'abcdefghij' or die;
    is(join('|', <$in>), 'abcd|efgh|ij', 'records');
}
{
    local $/ = ';';
    open $in, '<', \'a;b;c' or die;
    my @parts = <$in>;
    chomp @parts;
    is("@parts", 'a b c', 'a separator');
}
{
    local @ARGV = ($file);
    my $n = 0;
    while (<>) { $n++ }
    is($n, 5, '<>');
}
open FH, '<', $file or die;
my $bare = <FH>;
is($bare, "line 1\n", 'bareword handle');
is(fileno(FH) > 2 ? 1 : 0, 1, 'fileno');
close FH;
ok(!open(my $none, '<', "$folder/none"), 'a missing file');
is("$!", 'No such file or directory', 'errno');
is(eval { open my $h, '<', "$folder/none" or die "cannot open: $!\n"; 1 } // $@, "cannot open: No such file or directory\n", 'or die');

open my $memory, '>', \my $text or die;
print $memory 'in ', 'memory';
is($text, 'in memory', 'a string as a file');
close $memory;
open $memory, '>>', \$text or die;
print $memory '!';
close $memory;
is($text, 'in memory!', 'appended');

my $old = select(STDERR);
select($old);
like($old, qr/^main::STDOUT$/, 'select');
{
    open my $dup, '>&', \*STDOUT or die;
    ok(fileno($dup) != fileno(STDOUT), 'duplicate');
}
opendir my $dir, $folder or die;
my @names = sort grep { !/^\./ } readdir $dir;
closedir $dir;
is("@names", 'file.txt', 'readdir');
ok(mkdir("$folder/sub"), 'mkdir');
ok(!mkdir("$folder/sub"), 'twice');
is($! + 0, 17, 'EEXIST');
ok(rmdir("$folder/sub"), 'rmdir');
ok(rename($file, "$folder/renamed"), 'rename');
ok(-e "$folder/renamed", 'renamed');
is(unlink("$folder/renamed", "$folder/none"), 1, 'unlink counts');
sysopen my $sys, "$folder/sys", O_RDWR | O_CREAT | O_EXCL, 0600 or die;
is(syswrite($sys, "abcdef", 3), 3, 'syswrite');
sysseek $sys, 0, SEEK_SET;
is(sysread($sys, $buffer, 10), 3, 'sysread');
is($buffer, 'abc', 'its data');
ok(flock($sys, LOCK_EX | LOCK_NB), 'flock');
ok(truncate($sys, 1), 'truncate');
is(-s $sys, 1, 'of a handle');
close $sys;
my @stat = stat "$folder/sys";
is(scalar @stat, 13, 'stat');
is(sprintf('%04o', $stat[2] & 07777), '0600', 'mode');
is($stat[7], 1, 'size');
chmod 0644, "$folder/sys";
is((stat "$folder/sys")[2] & 0777, 0644, 'chmod');
ok(symlink("$folder/sys", "$folder/link"), 'symlink');
is(readlink "$folder/link", "$folder/sys", 'readlink');
ok(-l "$folder/link", '-l');
my @glob = glob "$folder/*";
is(scalar @glob, 2, 'glob');
is(scalar(my @braces = <$folder/{sys,link}>), 2, '<*>');
utime 1000, 2000, "$folder/sys";
is((stat "$folder/sys")[9], 2000, 'utime');
ok(-M "$folder/sys" > 0, '-M');
ok(-r "$folder/sys" && -w _ , '-r -w');
binmode STDOUT;
open my $pipe, '-|', 'echo piped' or die;
is(scalar <$pipe>, "piped\n", 'a command as input');
close $pipe;
is($?, 0, 'its status');
open $pipe, '|-', "cat > $folder/piped" or die;
print $pipe "to a command\n";
close $pipe;
is(-s "$folder/piped", 13, 'a command as output');
is(`echo backticks`, "backticks\n", 'backticks');
my @output = `printf 'a\\nb\\n'`;
is(scalar @output, 2, 'as a list');
is(system('exit 3;') >> 8, 3, 'system');
is($? >> 8, 3, '$?');
is(qx{echo "q x"}, "q x\n", 'qx');
pipe my $reader, my $writer or die;
syswrite $writer, "through a pipe\n";
close $writer;
is(<$reader> . '', "through a pipe\n", 'pipe');
open my $utf8, '>:utf8', "$folder/utf8" or die;
print $utf8 "\x{263a}";
close $utf8;
is(-s "$folder/utf8", 3, ':utf8');
open $utf8, '<:encoding(UTF-8)', "$folder/utf8" or die;
is(<$utf8> . '', "\x{263a}", 'decoded');
is(join('', <DATA>), "data line 1\ndata line 2\n", 'DATA');
is(-e -f $0 ? 1 : 0, 1, 'stacked tests');
{
    local *FH2;
    open FH2, '<', $0 or die;
    ok(defined(my $l = <FH2>), 'a local glob');
}
sub read_from { my $fh = shift; return scalar <$fh> }
open my $h, '<', \"passed\n" or die;
is(read_from($h), "passed\n", 'a handle as an argument');
my %handles = (in => do { open my $x, '<', \"hash\n" or die; $x });
is(readline($handles{in}), "hash\n", 'readline');
use IO::File;
my $io = IO::File->new("$folder/io", 'w') or die;
$io->print("object\n");
$io->close;
$io = IO::File->new("$folder/io", 'r');
is($io->getline, "object\n", 'IO::File');
STDOUT->autoflush(1);
is($|, 1, 'autoflush');

done_testing;

__DATA__
data line 1
data line 2
