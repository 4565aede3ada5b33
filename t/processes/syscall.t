# syscall (perlfunc), with the numbers of this machine.
use strict;
use warnings;
use Test::More;
use POSIX ();

my %numbers = (x86_64 => [ 39, 63, 1 ], aarch64 => [ 172, 160, 64 ]);
my $known = $numbers{ (POSIX::uname())[4] } or plan skip_all => 'numbers of this machine';
my ($getpid, $uname, $write) = @$known;

is(syscall($getpid), $$, 'getpid');
is(syscall("$getpid"), $$, 'the number may be a string');
my $buffer = 'x' x 400;
is(syscall($uname, $buffer), 0, 'uname');
like($buffer, qr/^Linux\0/, 'fills the string');
my $byte = 'a';
$! = 0;
is(syscall($write, -1, $byte, 1), -1, 'a failing call');
is($! + 0, POSIX::EBADF(), 'sets $!');
pipe(my $in, my $out) or die;
my $text = "caf\xe9";
is(syscall($write, fileno $out, $text, length $text), 4, 'write');
sysread $in, my $read, 10;
is($read, $text, 'its bytes');
is(syscall($getpid, undef, 1 .. 6), $$, 'up to seven operands');
ok(!eval { syscall($getpid, 1 .. 8); 1 }, 'no more');
like($@, qr/^Too many args to syscall at /, 'its message');
ok(!eval { syscall($write, 1, 'constant', 0); 1 }, 'a constant');
like($@, qr/^Modification of a read-only value attempted at /, 'can not be lent');

done_testing;
