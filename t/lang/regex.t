use strict;
use warnings;
use Test::More;

my $t = 'The quick brown fox';
ok($t =~ /quick/, 'match');
ok($t !~ /slow/, 'no match');
my ($w1, $w2) = $t =~ /(\w+) (\w+)/;
is("$w1,$w2", 'The,quick', 'captures');
is("$1$2", 'Thequick', '$1');
is($& . '|' . $` . '|' . $', 'The quick|| brown fox', '$& and around');
ok($t =~ /^the/i, '/i');
is(join(',', $t =~ /\b(\w)/g), 'T,q,b,f', '/g in list context');
is(scalar(() = $t =~ /o/g), 2, 'count');
my @positions;
while ($t =~ /o/g) { push @positions, pos $t }
is("@positions", '13 18', 'pos');
is(pos($t), undef, 'reset after a failure');
$t =~ /quick/g;
ok($t =~ /\G brown/gc, '\G');
ok($t !~ /\Gnothing/gc, '/gc keeps the position');
is(pos($t), 15, 'which stays');
pos($t) = 4;
ok($t =~ /\Gquick/, 'pos as lvalue');

(my $s = 'aaa') =~ s/a/b/;
is($s, 'baa', 's///');
is(($s = 'aaa') =~ s/a/b/g, 3, 's///g counts');
is($s, 'bbb', 'replaced');
is('abc' =~ s/b/X/r, 'aXc', '/r');
($s = 'a1b2') =~ s/(\d)/<$1>/g;
is($s, 'a<1>b<2>', 'captures in the replacement');
($s = '1 2 3') =~ s/(\d)/$1 * 2/ge;
is($s, '2 4 6', '/e');
($s = 'a b') =~ s/(\w) (\w)/$2 $1/;
is($s, 'b a', 'swap');
($s = 'price: 5') =~ s/(\d+)/sprintf '%03d', $1/e;
is($s, 'price: 005', 'a function');
($s = '$x') =~ s/\$x/'"evaluated"'/ee;
is($s, 'evaluated', '/ee');
($s = 'path/to') =~ s{/}{::}g;
is($s, 'path::to', 'braces');
($s = ' trim ') =~ s/^\s+|\s+$//g;
is($s, 'trim', 'trim');
($s = 'hello world') =~ s/(\w+)/\u$1/g;
is($s, 'Hello World', '\u');
($s = 'x') =~ s/x/\$1/;
is($s, '$1', 'escaped dollar');
{ local $_ = 'topic'; ok(/top/, 'matches $_'); s/t/T/; is($_, 'Topic', 'changes $_'); tr/a-z/A-Z/; is($_, 'TOPIC', 'tr'); }
my $count = ($s = 'banana') =~ tr/a//;
is($count, 3, 'tr counts');
($s = 'hello') =~ tr/a-y/b-z/;
is($s, 'ifmmp', 'tr');
($s = 'aabbcc') =~ tr/a-c//s;
is($s, 'abc', 'tr/s');
($s = 'hello') =~ tr/l//d;
is($s, 'heo', 'tr/d');
($s = 'a1b2') =~ tr/a-z//cd;
is($s, 'ab', 'tr/cd');
is('hello' =~ tr/a-z/A-Z/r, 'HELLO', 'tr/r');
($s = "a\0b") =~ tr/\0/./;
is($s, 'a.b', 'NUL');
(my $y = 'abc') =~ y/abc/xyz/;
is($y, 'xyz', 'y');

ok('2024-01-15' =~ /^(?<year>\d{4})-(?<month>\d\d)/, 'named captures');
is("$+{year} $+{month}", '2024 01', '%+');
is("@-[0,1] @+[0,1]", '0 0 7 4', '@- and @+');
is($+, '01', '$+');
my $re = qr/(\d+)/i;
ok('abc123' =~ $re, 'qr');
is($1, 123, 'its capture');
ok('x123y' =~ /x${re}y/, 'interpolated');
like("$re", qr/^\(\?\^i:\(\\d\+\)\)$/, 'as a string');
my @res = map { qr/^$_$/ } qw(a b);
is(join(',', grep { my $v = $_; grep { $v =~ $_ } @res } qw(a b c)), 'a,b', 'several');
my $var = 'a.c';
ok('abc' =~ /^$var$/, 'a variable is a pattern');
ok('abc' !~ /^\Q$var\E$/, '\Q');
my @alternatives = qw(red green);
my $any = join '|', map { quotemeta } @alternatives;
is(join(',', 'green red blue' =~ /\b($any)\b/g), 'green,red', 'alternatives');
is('aXbX' =~ /a(.*)X/ && $1, 'Xb', 'greedy');
is('aXbX' =~ /a(.*?)X/ && $1, '', 'lazy');
is('foobar' =~ /foo(?=bar)/ && $&, 'foo', 'lookahead');
ok('foobaz' !~ /foo(?!baz)/, 'negative');
is('price 42' =~ /(?<=price )\d+/ && $&, 42, 'lookbehind');
ok("a\nb" =~ /^b/m, '/m');
ok("a\nb" !~ /a.b/, '. does not match a newline');
ok("a\nb" =~ /a.b/s, '/s');
ok("a\n" =~ /a$/, '$ before the last newline');
ok("a\n" !~ /a\z/, '\z not');
ok("a\n" =~ /a\Z/, '\Z');
ok('abab' =~ /^(ab)\1$/, 'backreference');
ok('abab' =~ /^(?<p>ab)\k<p>$/, 'named');
ok('aa' =~ /^(a)\g1$/, '\g');
my $x = 'ab12' =~ m{
    ([a-z]+)    # letters
    (\d+)       # digits
}x ? "$1-$2" : '';
is($x, 'ab-12', '/x');
is(join('|', 'a,b;c' =~ /[^,;]+/g), 'a|b|c', 'negated class');
is(join(',', 'k1=v1 k2=v2' =~ /(\w+)=(\w+)/g), 'k1,v1,k2,v2', 'pairs');
my %h = 'a=1,b=2' =~ /(\w)=(\d)/g;
is($h{b}, 2, 'into a hash');
ok("tab\t" =~ /\t$/, 'escape');
ok("\x{263a}" =~ /\x{263a}/, 'wide');
ok('é' =~ /^..$/, 'bytes');
is(join('', 'a1_ -' =~ /[[:alnum:]_]/g), 'a1_', 'POSIX class');
is(join('', "a \t\n" =~ /\S/g), 'a', '\S');
ok('word' =~ /\A\w{4}\z/, 'counted');
ok('aaa' =~ /^a{2,3}$/, 'range');
ok('ac' =~ /ab?c/, 'optional');
is('foo.bar' =~ /\.(?:bar|baz)$/ ? 'yes' : 'no', 'yes', 'group without capture');
if ('no match' =~ /(zzz)/) { fail('matched') } else { is($x, 'ab-12', 'no match') }
'keep' =~ /(k)/;
{ 'inner' =~ /(i)/; }
is($1, 'k', 'captures are scoped');
is(join('|', map { defined $_ ? $_ : 'undef' } 'b' =~ /(a)|(b)/), 'undef|b', 'undefined capture');
my @fields = 'a:b:c' =~ /([^:]*)/g;
is(scalar @fields, 6, 'empty matches');
is(join('|', split /\s*,\s*/, 'a , b,c'), 'a|b|c', 'split by a pattern');
my $nested = 'f(g(x))';
1 while $nested =~ s/\(([^()]*)\)/[$1]/;
is($nested, 'f[g[x]]', 'repeated');
is('aaa' =~ s/a/b/gr =~ s/b$/c/r, 'bbc', 'chained /r');
my $text = "line1\nline2\nline3";
is(join(',', $text =~ /^(\w+)$/mg), 'line1,line2,line3', '/mg');
my $n = () = $text =~ /\n/g;
is($n, 2, 'count of newlines');
is(($text =~ /(\d)/g)[1], 2, 'slice of matches');
my $tokens = '';
for ('12+3*x') { while (1) { if (/\G(\d+)/gc) { $tokens .= "n$1 " } elsif (/\G(\w)/gc) { $tokens .= "v$1 " } elsif (/\G(.)/gc) { $tokens .= "o$1 " } else { last } } }
is($tokens, 'n12 o+ n3 o* vx ', 'a lexer');
ok('x' =~ m?x?, 'm??');
ok('a/b' =~ m#a/b#, 'm##');
ok('CamelCase' =~ /^[A-Z]\w+[A-Z]/, 'classes');
is(join('.', map { sprintf '%d', $_ } '010.020' =~ /(\d+)/g), '10.20', 'numbers');
is('2 apples and 3 pears' =~ s/(\d+)/$1+1/ger, '3 apples and 4 pears', '/ger');
is("a.b" =~ /a\.b/ ? 1 : 0, 1, 'escaped point');
my $pattern = '(';
eval { 'x' =~ /$pattern/ };
like($@, qr/^Unmatched \( in regex; marked by <-- HERE in m\/\( <-- HERE \/ at /, 'a bad pattern');
is('abc' =~ /(?i)B/ ? 1 : 0, 1, 'inline flag');
is('aBc' =~ /a(?i:b)c/ ? 1 : 0, 1, 'scoped flag');
is('foo' =~ /^(?:f(o+))$/ && length $1, 2, 'length of a capture');
is("@{[ 'a-b-c' =~ /\w/g ]}", 'a b c', 'in a string');
is(lc('ABC') =~ /^abc$/ ? 1 : 0, 1, 'on an expression');
is('x=1;y=2' =~ /y=(\d)/ ? $1 : 0, 2, 'in ?:');


# (??{ code }): the answer is matched, and may be matched again in another way
{
    our $balanced;
    $balanced = qr/\((?:[^()]+|(??{ $balanced }))*\)/;
    is('x(a(b)c(d(e)))y' =~ /($balanced)/ ? $1 : '', '(a(b)c(d(e)))', 'a pattern that contains itself');
    is('((' =~ /^$balanced$/ ? 1 : 0, 0, 'and does not match');
    is('3aaa4bbbb' =~ /^(\d)((??{ "a{$1}" }))(\d)((??{ "b{$3}" }))$/ ? "$2 $4" : '', 'aaa bbbb', 'groups so far');
    ok('aab' =~ /^(??{ 'a*' })ab$/, 'the match comes back into it');
    ok('ABC' =~ /^(??{ 'abc' })$/i, 'with the flags of what is around it');
    my $inner = qr/(??{ 'x' })/;
    ok('ax' =~ /a$inner/ && "$inner" eq q{(?^:(??{ 'x' }))}, 'in qr//');
}
{
    use feature 'unicode_strings';
    ok("\xe9" =~ /^\w$/, 'unicode_strings: characters above 0x7f are letters');
    ok("\xe9" =~ /\xc9/i, 'with cases');
    ok("\xa0" =~ /\s/, 'or blanks');
    my $pattern = '^\w$';
    ok("\xe9" =~ $pattern, 'also for a pattern in a variable');
    is(qr/a/i, '(?^ui:a)', 'as the pattern says');
    is(qr/a/a, '(?^a:a)', 'unless it says otherwise');
    is(lc "\xc9", "\xe9", 'lc');
    is(uc "\xe9", "\xc9", 'uc');
    is("\u\xe9x", "\xc9x", '\u');
    is(quotemeta "\xe9", "\xe9", 'quotemeta');
}
ok("\xe9" !~ /\w/, 'not without it');

done_testing;
