use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use Scalar::Util qw(looks_like_number);
use IPC::SysV qw(IPC_STAT);

my $segment = segment(10);
my $true = shmctl($segment, IPC_STAT, my $data);

is($true, '0 but true', 'the text');
ok($true, 'true');
ok(looks_like_number($true), 'a number');
my @warnings = warnings_of {
    is($true + 0, 0, 'is 0');
    is($true + 5, 5, 'in arithmetic');
    is(-$true, 0, 'negated');
    cmp_ok($true, '==', 0, 'compared');
    is(sprintf('%d', $true), '0', 'formatted');
    is((10, 20)[$true], 10, 'as an index');
    is($true * 3, 0, 'multiplied');
    is($true | 6, 6, 'in bit operations');
};
is(join('', @warnings), '', 'without a warning');
is("$true", '0 but true', 'still the text');

my $text;
my @list = (shmread($segment, $text, 0, 4), shmread($segment, $text, 0, 400), shmwrite($segment, 'x', 0, 1));
is_deeply(\@list, [ 1, 0, 1 ], 'plain 1 and 0 in a list');
ok(defined $list[1], '0 is defined');
isnt("$list[1]", '', 'and not the empty string');

my $count = () = shmget(-3, 1, 0);
is($count, 1, 'a failing get call in list context is one value');
$count = () = shmctl(-3, 77, 0);
is($count, 1, 'so is a failing control call');
my $missing = shmget(-3, 1, 0) // 'nothing';
is($missing, 'nothing', 'which // replaces');

is_deeply([ map { defined shmget(-3, 1, 0) ? 1 : 0 } 1 .. 3 ], [ 0, 0, 0 ], 'again and again');

my $status = do { no warnings; (shmget(-3, 1, 0) // -1) == -1 };
ok($status, 'a program can still make it -1');

done_testing;
