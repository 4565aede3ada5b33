use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Errno qw(EEXIST ENOENT ENOTDIR);
use File::Basename qw(basename);
use File::Temp qw(tempdir);
use IPC::SysV qw(ftok);

my $folder = tempdir(CLEANUP => 1);
my $file = "$folder/key";
open my $handle, '>', $file or die "open: $!";
close $handle;

# What the key of a file is with an id of 8 bits.
sub expected {
    my ($path, $id) = @_;
    my ($device, $inode) = stat $path;
    my $key = ($id & 0xff) << 24 | ($device & 0xff) << 16 | $inode & 0xffff;
    return unpack 'l', pack 'L', $key;
}

is(ftok($file, 5), expected($file, 5), 'an integer');
is(ftok($file), expected($file, 1), 'without an id: 1');
is(ftok($file, undef), expected($file, 1), 'undef: 1');
is(ftok($file, 0), expected($file, 0), '0');
is(ftok($file, 256 + 7), expected($file, 7), 'its low eight bits');
is(ftok($file, -1), expected($file, 255), 'a negative one');
cmp_ok(ftok($file, 200), '<', 0, '128 and more make a negative key');
is(ftok($file, 'A'), expected($file, 65), 'a character');
is(ftok($file, '2'), expected($file, 50), 'a digit is a character');
is(ftok($file, "\0"), expected($file, 0), 'NUL');
is(ftok($file, chr 255), expected($file, 255), 'the last byte');
my $flagged = 'A';
utf8::upgrade($flagged);
is(ftok($file, $flagged), expected($file, 65), 'a flagged character');
is(ftok($file, !!1), expected($file, 1), 'true');
{
    my $used = '7';
    my $sum = $used + 1;
    is(ftok($file, $used), expected($file, 7), 'a digit that was used as a number');
    my $shown = 7;
    my $text = "$shown";
    is(ftok($file, $shown), expected($file, 7), 'a number that was used as a text');
    my $float = 2.0;
    my $bits = $float | 0;
    is(ftok($file, $float), expected($file, 2), 'a float that was used as an integer');
}

my $error;
for my $id ('', 'ab', '12', 3.14, 6 / 4, [], "\x{263a}") {
    $error = error_of { ftok($file, $id) };
    is($error, 'invalid project id' . here(-1), 'refused: ' . (ref $id || $id =~ s/[^ -~]/?/gr));
}
my $upgraded = chr 233;
utf8::upgrade($upgraded);
$error = error_of { ftok($file, $upgraded) };
is($error, 'invalid project id' . here(-1), 'a flagged character above 127');

{
    package Tied;
    sub TIESCALAR { return bless [ $_[1] ] }
    sub FETCH { return $_[0][0] }
}
tie my $tied, 'Tied', 9;
is(ftok($file, $tied), expected($file, 1), 'a tied scalar counts as missing');
'B' =~ /(.)/;
is(ftok($file, $1), expected($file, 1), 'so does $1');

$! = EEXIST;
ftok($file);
is($! + 0, EEXIST, 'success leaves $! alone');
is(ftok("$folder/missing"), undef, 'a missing file');
is($! + 0, ENOENT, 'ENOENT');
is(ftok("$file/below"), undef, 'below a file');
is($! + 0, ENOTDIR, 'ENOTDIR');
my @list = ftok("$folder/missing");
is_deeply(\@list, [undef], 'one undef in list context');
my @warnings = warnings_of { is(ftok(undef), undef, 'undef') };
is_deeply(\@warnings, [ 'Use of uninitialized value in subroutine entry' . here(-1) ], 'warns');
is($! + 0, ENOENT, 'and is like the empty path');
is(ftok("$file\0ignored"), expected($file, 1), 'a path ends at NUL');
symlink basename($file), "$folder/link" or die "symlink: $!";
is(ftok("$folder/link"), ftok($file), 'links are followed');
is(ftok($folder, 3), expected($folder, 3), 'a folder');

is(prototype('IPC::SysV::ftok'), '$;$', 'prototype');
like(error_of { &ftok() }, qr/^Usage: IPC::SysV::ftok\(path, id = &PL_sv_undef\) at /, 'no arguments');
like(error_of { &ftok(1, 2, 3) }, qr/^Usage: IPC::SysV::ftok\(path, id = &PL_sv_undef\) at /, 'too many');

done_testing;
