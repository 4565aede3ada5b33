use strict;
use warnings;
use Test::More;

my $x = 5;
my $y = $x;
$y++;
is("$x $y", '5 6', 'assignment copies');
my ($a1, $b1, @rest) = (1, 2, 3, 4);
is("$a1|$b1|@rest", '1|2|3 4', 'list assignment');
($a1, $b1) = ($b1, $a1);
is("$a1$b1", '21', 'swap');
my $count = () = (7, 8, 9);
is($count, 3, 'count of a list assignment');
my ($first) = (7, 8, 9);
is($first, 7, 'the first of a list');
my $last = (7, 8, 9)[-1];
is($last, 9, 'the last of a list');

ok(!defined(my $undefined), 'undef');
is($undefined // 'default', 'default', '//');
is(0 // 'default', 0, '// keeps 0');
is(0 || 'default', 'default', '|| does not');
is('a' && 'b', 'b', '&& gives the last');
is((0 or 'x'), 'x', 'or');
is((1 xor 1) ? 'yes' : 'no', 'no', 'xor');
ok(!$_, "false: '" . ($_ // 'undef') . "'") for 0, '0', '', undef, 0.0, '0' + 0;
ok($_, "true: '$_'") for 1, '00', '0.0', ' ', 'a', -1, '0 but true', "0\n";

$x = 1;
$x += 4; is($x, 5, '+=');
$x -= 2; is($x, 3, '-=');
$x *= 7; is($x, 21, '*=');
$x /= 2; is($x, 10.5, '/=');
$x **= 2; is($x, 110.25, '**=');
$x = 17; $x %= 5; is($x, 2, '%=');
$x .= 'ab'; is($x, '2ab', '.=');
$x x= 2; is($x, '2ab2ab', 'x=');
$x = undef; $x //= 5; is($x, 5, '//=');
$x ||= 6; is($x, 5, '||=');
$x &&= 7; is($x, 7, '&&=');
$x = 6; $x |= 9; is($x, 15, '|=');
$x &= 12; is($x, 12, '&=');
$x ^= 5; is($x, 9, '^=');
$x <<= 3; is($x, 72, '<<=');
$x >>= 2; is($x, 18, '>>=');

my $s = 'aa9'; $s++; is($s, 'ab0', 'string increment');
$s = 'Zz'; $s++; is($s, 'AAa', 'which carries');
$s = 'a9'; $s++; is($s, 'b0', 'letters and digits');
$s = 'zz'; $s++; is($s, 'aaa', 'and grows');
$s = ''; $s++; is($s, 1, 'from the empty string');
$s = 'ab'; { no warnings; $s--; } is($s, -1, 'decrement is numeric');
my $n = undef; $n++; is($n, 1, 'undef++');
$n = 5; is($n++ + ++$n, 12, 'post and pre');
is(-'foo', '-foo', 'unary minus of a word');
is(- -1, 1, 'of a number');
is(-'-foo', '+foo', 'of a word with a minus');

is(10 <=> 9, 1, '<=>');
is('10' cmp '9', -1, 'cmp');
is(join(',', map { $_ ? 1 : 0 } 1 == 1.0, '1.0' eq '1', 'a' lt 'b', 2 > 10, '2' gt '10', 3 != 3, 'x' ne 'y'), '1,0,1,0,1,0,1', 'comparisons');
is(1 == 2, '', 'false is the empty string');
is((1 == 2) + 0, 0, 'and 0');
is(!!1, 1, 'true is 1');
is(!1, '', 'not');
is(join('-', 1 .. 5), '1-2-3-4-5', 'range');
is(join('-', 'a' .. 'e'), 'a-b-c-d-e', 'range of letters');
is(join('-', 'aa' .. 'ad'), 'aa-ab-ac-ad', 'of words');
is(join('-', '08' .. '11'), '08-09-10-11', 'with leading zeros');
is('ab' x 3, 'ababab', 'x');
is('ab' x 0, '', 'x of no count');
is(join(',', (1, 2) x 2), '1,2,1,2', 'x of a list');

my $cond = 7;
is($cond > 5 ? 'big' : $cond > 3 ? 'middle' : 'small', 'big', 'nested ?:');
($cond > 5 ? $a1 : $b1) = 'assigned';
is($a1, 'assigned', '?: as lvalue');
my $chain = my $other = 'same';
is("$chain$other", 'samesame', 'chained assignment');
(my $copy = 'text') =~ s/t/T/g;
is($copy, 'TexT', 'assignment as lvalue');
is(do { $x = 1; 3 }, 3, 'do BLOCK');
is(do { my $t = 4; $t * 2 }, 8, 'with a variable of its own');
our $global = 'package variable';
is($main::global, 'package variable', 'our');
is($::global, 'package variable', '$::');
{ local $global = 'local'; is($main::global, 'local', 'local'); }
is($global, 'package variable', 'restored');
{ no strict 'refs'; my $name = 'global'; is($$name, 'package variable', 'symbolic reference'); is(${"main::$name"}, 'package variable', 'in quotes'); }
{ no strict 'vars'; $undeclared = 5; is($main::undeclared, 5, 'without declaration'); }
is(__PACKAGE__, 'main', '__PACKAGE__');
is(__LINE__, 93, '__LINE__');
like(__FILE__, qr/scalars\.t$/, '__FILE__');
is(ord 'A', 65, 'ord');
is(chr 97, 'a', 'chr');
is(lc 'ABC', 'abc', 'lc');
is(uc 'abc', 'ABC', 'uc');
is(ucfirst lc 'HELLO', 'Hello', 'ucfirst lc');
is(lcfirst 'ABC', 'aBC', 'lcfirst');
is(length 'hello', 5, 'length');
is(length undef, undef, 'length undef');
is(scalar reverse('abc'), 'cba', 'reverse');
is(abs -5.5, 5.5, 'abs');
is(int -5.7, -5, 'int');
is(sqrt 16, 4, 'sqrt');
is(2 ** 10, 1024, '**');
is(-2 ** 2, -4, 'precedence of **');
is(2 ** 3 ** 2, 512, 'associativity of **');
is(7 % 3, 1, '%');
is(-7 % 3, 2, '% of a negative');
is(7 % -3, -2, '% by a negative');
is(10 / 4, 2.5, '/');
is(1 . 1 + 1, 12, '. and +') ;
is(1 + 1 . 1, 21, '+ and .');
is(~0 & 0xFF, 255, '~');

# Before an assignment operator the comma is an operator: the last operand is changed.
no warnings 'void';
("constant", my $operand) ||= 1;
is($operand, 1, 'comma before ||=');
((1, 2), $operand) .= 'x';
is($operand, '1x', 'comma before .=');
(my $before, $operand) x= 2;
is($operand, '1x1x', 'comma before x=');

done_testing;
