use strict;
use warnings;
use Test::More;

my $x = 'world';
my @a = (1, 2, 3);
my %h = (key => 'value', 'two words' => 2);
my $obj = { a => [ { b => 'deep' } ] };
my $r = { list => [ 10, 20, [30] ], name => 'n' };

is("hello $x", 'hello world', 'scalar');
is("${x}s", 'worlds', 'braces');
is("@a", '1 2 3', 'array');
is("$a[0] $a[-1] $a[$#a]", '1 3 3', 'elements');
is("@a[0,1]", '1 2', 'slice');
is("$h{key} $h{'two words'}", 'value 2', 'hash elements');
is("@h{'key', 'two words'}", 'value 2', 'hash slice');
is("$r->{name} $$r{name} @{$r->{list}}[0,1]", 'n n 10 20', 'through references');
is("$r->{list}[1] $r->{list}->[2][0]", '20 30', 'nested');
is("@{[ 1 + 2 ]} ${\ ($x x 2)}", '3 worldworld', 'expressions');
is("$#a $#{$r->{list}}", '2 2', 'last index');
is("time: $x\n", "time: " . 'world' . "\n", 'newline');
is("\x41\x{263a}\101\e\0\t", 'A' . chr(0x263a) . 'A' . chr(27) . chr(0) . chr(9), 'escapes');
is("\N{U+263a}", chr 0x263a, '\N{U+}');
is("\cA\c[", chr(1) . chr(27), 'control characters');
is("\LABC\E \Uabc\E \uabc \lABC \Qa.b\E", 'abc ABC Abc aBC a\.b', 'case and quotemeta');
is("$x-$x", 'world-world', 'a minus ends the name');
is("a\@b.c", 'a@b.c', 'escaped at');
is("$x: \$x", 'world: $x', 'escaped dollar');
is('$x\n\'', '$x\\n' . chr(39), 'single quotes');
is(q(a (nested) b), 'a (nested) b', 'q');
is(qq{a {$x} b}, 'a {world} b', 'qq');
is(q'no $x', 'no $x', 'q with apostrophes');
is("${\ join '-', @a}", '1-2-3', 'a function');
is("@{[ map { '<' . $_ . '>' } @a ]}", '<1> <2> <3>', 'nested quotes');
{ local $" = ','; is("@a", '1,2,3', '$"'); }
{ local $, = '-'; is(join($,, @a), '1-2-3', '$,'); }
is("$a[0]$a[1]", '12', 'side by side');
is("[$x]", '[world]', 'brackets');
is("$x\[0]", 'world[0]', 'escaped bracket');

is(substr('hello', 1, 3), 'ell', 'substr');
is(substr('hello', -3), 'llo', 'from the end');
is(substr('hello', 1, -1), 'ell', 'negative length');
is(substr('hello', 5), '', 'at the end');
{ no warnings 'substr'; my $beyond = substr 'hello', 6; is($beyond, undef, 'beyond the end'); }
my $s = 'hello';
substr($s, 0, 1) = 'J';
is($s, 'Jello', 'substr as lvalue');
substr($s, -1, 1, 'y');
is($s, 'Jelly', 'four arguments');
substr($s, 1, 3) =~ tr/a-z/A-Z/;
is($s, 'JELLy', 'tr on a substr');
is(substr($s, 0, 2, ''), 'JE', 'the old part');
is($s, 'LLy', 'removed');
is(index('hello', 'l'), 2, 'index');
is(index('hello', 'l', 3), 3, 'from a position');
is(index('hello', 'z'), -1, 'not found');
is(index('hello', ''), 0, 'the empty string');
is(rindex('hello', 'l'), 3, 'rindex');
is(rindex('hello', 'l', 2), 2, 'up to a position');
is(join('|', split(/,/, 'a,b,,c,,')), 'a|b||c', 'split');
is(join('|', split(/,/, 'a,b,,c,,', -1)), 'a|b||c||', 'with all fields');
is(join('|', split(/,/, 'a,b,c,d', 2)), 'a|b,c,d', 'limited');
is(join('|', split(' ', "  a  b\tc\n")), 'a|b|c', 'by white space');
is(join('|', split(//, 'abc')), 'a|b|c', 'into characters');
is(join('|', split(/(,)/, 'a,b')), 'a|,|b', 'with separators');
is(join('|', split(/^/, "a\nb\n")), "a\n|b\n", 'into lines');
is(join('|', split('x', 'axbxc')), 'a|b|c', 'by a string');
is(scalar(my @parts = split /-/, '1-2-3'), 3, 'count');
{ local $_ = 'a b'; is(join('|', split), 'a|b', 'split of $_'); }
is(join('|', split /\|/, 'a|b'), 'a|b', 'by an escaped character');

is(sprintf('%s-%d-%05.2f', 'a', 3.9, 3.14159), 'a-3-03.14', 'sprintf');
is(lc('ÀB') , lc('ÀB'), 'bytes');
is(ucfirst('abc') . lcfirst('ABC'), 'AbcaBC', 'first letters');
is(repeat('ab', 2), 'abab', 'x'); sub repeat { return $_[0] x $_[1] }
chomp(my $line = "text\n"); is($line, 'text', 'chomp');
is(chomp(my $two = "text\n\n"), 1, 'its result');
chop(my $chopped = 'text'); is($chopped, 'tex', 'chop');
is(join(',', map { ord } split //, "\x01\xff"), '1,255', 'bytes');
is(lc(uc 'x') x 3, 'xxx', 'nested functions');
is('abc' lt 'abd' ? 1 : 0, 1, 'lt');
is('a' x 2.7, 'aa', 'fraction of a count');
is("1" . "2" * 3, '16', 'precedence of . and *');
is(join('', reverse split //, 'abc'), 'cba', 'reverse');
is(ucfirst(join ' ', map { lc } qw(A B)), 'A b', 'map lc');
is('abc' =~ /b/ ? "$`|$&|$'" : '', 'a|b|c', 'around a match');
is(quotemeta('a.b*c'), 'a\.b\*c', 'quotemeta');
is(sprintf('%vd', v1.22.333), '1.22.333', 'version');
is(sprintf('%vd', '1.2'), '49.46.50', 'ordinals');
is("a" lt "B" ? 1 : 0, 0, 'by code');
is('abc' ^ '   ', 'ABC', 'bit operators on strings');
is('AB' | '  ', 'ab', 'or');
is("\xff\xff" & "\x0f", "\x0f", 'and');
is(vec('abc', 1, 8), 98, 'vec');
my $bits = '';
vec($bits, 3, 1) = 1;
is(unpack('b*', $bits), '00010000', 'vec as lvalue');
is(join(',', unpack 'A1 x1 A1', 'abc'), 'a,c', 'unpack');
is("\u\LHELLO wORLD\E!", 'Hello world!', 'combined escapes');
my @e = ();
is("[@e]", '[]', 'an empty array');
is("a${\ ''}b", 'ab', 'an empty expression');
is("@{$r->{list}}[0]", '10', 'element of a reference') ;
{ use feature 'postderef_qq'; is("$obj->{a}[0]->%* @{[1]}" =~ /%/ ? 1 : 0, 1, 'no hashes in strings'); is("$r->{list}->@[0, 1]", '10 20', 'postfix slice'); }
is("<$obj->{a}[0]{b}>", '<deep>', 'deep');
is("$obj->{a}->[0]->{b}", 'deep', 'with arrows');
is("@{ $obj->{a} }" =~ /^HASH\(0x/ ? 1 : 0, 1, 'a reference in a string');
my $i = 1;
is("$a[$i] $a[$i+1] $a[-$i]", '2 3 3', 'computed subscripts');
my $key = 'key';
is("$h{$key} $h{'k' . 'ey'}", 'value value', 'computed keys');
is("${ \($h{key}) }", 'value', 'a reference to an element');

done_testing;
