use strict;
use warnings;
use Test::More;

{
    package Vector;
    use overload
        '+' => \&add, '-' => \&subtract, '*' => \&multiply, 'neg' => sub { Vector->new(map { -$_ } @{ $_[0]{v} }) },
        '==' => sub { "$_[0]" eq "$_[1]" }, 'eq' => sub { "$_[0]" eq "$_[1]" }, '""' => sub { '(' . join(', ', @{ $_[0]{v} }) . ')' }, 'bool' => sub { grep { $_ } @{ $_[0]{v} } },
        'abs' => sub { sqrt $_[0] * $_[0] }, '<=>' => sub { my ($x, $y, $swap) = @_; my $r = abs($x) <=> (ref $y ? abs $y : $y); $swap ? -$r : $r },
        '@{}' => sub { $_[0]{v} }, '&{}' => sub { my $s = shift; sub { $s->{v}[ $_[0] ] } }, '=' => sub { Vector->new(@{ $_[0]{v} }) },
        '+=' => sub { my ($s, $o) = @_; $s->{v}[$_] += $o->{v}[$_] for 0 .. $#{ $s->{v} }; $s };
    sub new { my ($class, @v) = @_; return bless { v => [@v] }, $class }
    sub add { my ($x, $y) = @_; return Vector->new(map { $x->{v}[$_] + (ref $y ? $y->{v}[$_] : $y) } 0 .. $#{ $x->{v} }) }
    sub subtract { my ($x, $y, $swap) = @_; $y = Vector->new(($y) x @{ $x->{v} }) unless ref $y; ($x, $y) = ($y, $x) if $swap; return $x + -$y }
    sub multiply { my ($x, $y) = @_; return Vector->new(map { $_ * $y } @{ $x->{v} }) unless ref $y; my $s = 0; $s += $x->{v}[$_] * $y->{v}[$_] for 0 .. $#{ $x->{v} }; return $s }
}

my ($p, $q) = (Vector->new(3, 4), Vector->new(1, 2));
is($p + $q, '(4, 6)', '+');
is($p - $q, '(2, 2)', '-');
is(10 - $p, '(7, 6)', 'swapped operands');
is($p * 2, '(6, 8)', '*');
is(2 * $p, '(6, 8)', 'swapped');
is($p * $q, 11, 'of two');
is(-$p, '(-3, -4)', 'neg');
is(abs $p, 5, 'abs');
ok($p == Vector->new(3, 4), '==');
ok($p > $q, '> from <=>');
ok(4 < $p, 'swapped');
is($p ? 'true' : 'false', 'true', 'bool');
is(Vector->new(0, 0) ? 'true' : 'false', 'false', 'false');
is(!$p, '', '!');
is("p is $p", 'p is (3, 4)', 'in a string');
is($p . $q, '(3, 4)(1, 2)', 'concatenation');
is("@$p", '3 4', 'as an array');
is($p->[1], 4, 'element');
is(scalar @$p, 2, 'length');
is($p->(0), 3, 'as a sub');
is(&$p(1), 4, '&$');
my $copy = $p;
$copy += $q;
is("$copy", '(4, 6)', '+=');
is("$p", '(3, 4)', 'the copy constructor keeps the original');
is(join(' ', sort { $a <=> $b } $p, $q), '(1, 2) (3, 4)', 'sort');
is(length $p, 6, 'length');
like($p, qr/^\(3/, 'in a match');
my %h = ($p => 1);
is((keys %h)[0], '(3, 4)', 'as a key');
is(join('|', $p, $q), '(3, 4)|(1, 2)', 'join');
like(overload::StrVal($p), qr/^Vector=HASH\(0x[0-9a-f]+\)$/, 'StrVal');
ok(overload::Overloaded($p), 'Overloaded');
ok(overload::Method($p, '+') == \&Vector::add, 'Method');

{
    package Number;
    use overload '0+' => sub { $_[0][0] }, 'fallback' => 1;
    sub new { return bless [ $_[1] ], $_[0] }
}
my $n = Number->new(42);
is($n + 1, 43, '0+ for arithmetic');
is("$n", '42', 'for strings');
ok($n == 42, 'for comparison');
ok($n, 'for truth');
is(sqrt(Number->new(16)), 4, 'for functions');
my @list = (10, 20, 30);
is($list[ Number->new(1) ], 20, 'as an index');
is(sprintf('%03d', $n), '042', 'sprintf');
is(substr('abcdef', Number->new(2), Number->new(2)), 'cd', 'arguments');
is('ab' x Number->new(2), 'abab', 'repetition');
is(chr Number->new(65), 'A', 'chr');
is($n <=> 41, 1, '<=>');
is($n & 8, 8, '&');
is($n ** 2, 1764, '**');
is(-$n, -42, 'neg');

{
    package Text;
    use overload '""' => sub { "text of $_[0]{name}" }, 'cmp' => sub { my ($x, $y, $s) = @_; my $r = (ref $x ? $x->{name} : $x) cmp (ref $y ? $y->{name} : $y); $s ? -$r : $r };
}
my @texts = map { bless { name => $_ }, 'Text' } qw(b a c);
is(join(',', map { $_->{name} } sort { $a cmp $b } @texts), 'a,b,c', 'cmp');
ok($texts[0] gt 'a', 'gt');
ok($texts[1] eq 'a', 'eq');
is(lc $texts[0], 'text of b', 'lc');
{
    package Strict;
    use overload '+' => sub { 'sum' }, 'fallback' => 0;
}
my $strict = bless [], 'Strict';
is($strict + 1, 'sum', 'without fallback');
eval { my $x = $strict - 1 };
like($@, qr/^Operation "-": no method found,\n\tleft argument in overloaded package Strict,\n\tright argument has no overloaded magic at /, 'no method');
{
    package Child;
    our @ISA = 'Vector';
}
is(bless({ v => [ 1, 1 ] }, 'Child') + 1, '(2, 2)', 'inherited');
{
    package Counter;
    use overload '++' => sub { ${ $_[0] }++; $_[0] }, '--' => sub { ${ $_[0] }--; $_[0] }, '""' => sub { ${ $_[0] } }, '=' => sub { my $v = ${ $_[0] }; bless \$v };
}
my $c = bless \(my $start = 5), 'Counter';
$c++;
is("$c", 6, '++');
my $old = $c++;
is("$old $c", '6 7', 'post-increment');
--$c;
is("$c", 6, '--');
{
    package Iterator;
    use overload '<>' => sub { my $s = shift; return $s->{n} < 3 ? $s->{n}++ : undef }, 'bool' => sub { 1 };
}
my $it = bless { n => 0 }, 'Iterator';
my @seen;
while (defined(my $x = <$it>)) { push @seen, $x }
is("@seen", '0 1 2', '<>');
{
    package Hashlike;
    use overload '%{}' => sub { my $s = shift; return { size => scalar @$$s } };
}
my $hashlike = bless \[ 1, 2, 3 ], 'Hashlike';
is($hashlike->{size}, 3, '%{}');
{
    package Matcher;
    use overload 'qr' => sub { qr/^m/ }, '""' => sub { 'm' };
}
ok('match' =~ bless([], 'Matcher'), 'qr');
{
    package NoMethod;
    use overload 'nomethod' => sub { my ($x, $y, $swap, $op) = @_; return "nomethod($op)" };
}
is(bless([], 'NoMethod') * 3, 'nomethod(*)', 'nomethod');
{
    package Bits;
    use overload '|' => sub { Bits->new($_[0]{b} | (ref $_[1] ? $_[1]{b} : $_[1])) }, '<<' => sub { Bits->new($_[0]{b} << $_[1]) }, '~' => sub { 'not' }, '0+' => sub { $_[0]{b} }, 'fallback' => 1;
    sub new { return bless { b => $_[1] }, $_[0] }
}
is((Bits->new(1) | 4) + 0, 5, '|');
is((Bits->new(1) << 3) + 0, 8, '<<');
is(~Bits->new(1), 'not', '~');
my $assign = Number->new(5);
$assign *= 3;
is($assign, 15, '*= falls back');

{
    package Pieces;
    use overload '.' => sub { my ($x, $y, $swapped) = @_; $y = ref $y ? $$y : $y; my $all = $swapped ? "($y.$$x)" : "($$x.$y)"; return bless \$all },
        '""' => sub { 'text' };
    sub new { my ($class, $text) = @_; return bless \$text, $class }
}
my $piece = Pieces->new('p');
my $word = 'w';
is(${"a$piece"}, '(a.p)', 'a string around an object that overloads . is what . answers');
is(${"$word$piece"}, '(w.p)', 'the same between variables');
our $whole = "a${piece}b";
is($$whole, '((a.p).b)', 'three parts');
$whole .= "c$piece";
is($$whole, '(((a.p).b).(c.p))', '.= joins what the string is');
is("$piece", 'text', 'alone it is its text');
{
    package Condition;
    use overload '==' => sub { Condition->new("$_[0]{sql} = $_[1]") }, '<' => sub { Condition->new("$_[0]{sql} < $_[1]") },
        'eq' => sub { Condition->new("$_[0]{sql} is $_[1]") }, '!' => sub { Condition->new("not $_[0]{sql}") }, bool => sub { 1 };
    sub new { my ($class, $sql) = @_; return bless { sql => $sql }, $class }
}
my $column = Condition->new('x');
my $condition = $column == 1;
is($condition->{sql}, 'x = 1', 'what == answers');
is(($column < 2)->{sql}, 'x < 2', 'what < answers');
sub compared { return $_[0] eq 'y' }
is(compared($column)->{sql}, 'x is y', 'what eq answers');
is((!$column)->{sql}, 'not x', 'what ! answers');
ok($column == 1, 'as a condition');

like(overload::StrVal(qr/x/), qr/^Regexp=REGEXP\(0x[0-9a-f]+\)$/, 'StrVal of a pattern');
like(overload::StrVal(bless qr/x/, 'Pattern'), qr/^Pattern=REGEXP\(0x[0-9a-f]+\)$/, 'in a class of its own');

{
    package Tested;
    our @asked;
    use overload '-X' => sub { push @asked, $_[1]; $_[1] eq 'd' ? '' : "-$_[1]" }, '""' => sub { '/' };
}
my $tested = bless [], 'Tested';
is(-e $tested, '-e', 'a file test');
is(-l -T -f $tested, '-l', 'each of a stack');
is(-s -d $tested, '', 'up to the first that is false');
is(-t $tested, '-t', '-t');
is("@Tested::asked", 'e f T l d t', 'in this order');
{ package Untested; use overload '""' => sub { '/' } }
ok(-d bless([], 'Untested'), 'without a method, of the file that its text names');

{
    package AsPattern;
    use overload qr => sub { $_[0][0] }, '""' => sub { 'text' };
    package NoPattern;
    use overload qr => sub { 'text' };
}
my $as_pattern = bless [ qr/a(b)/i ], 'AsPattern';
is(join(',', 'xAB' =~ $as_pattern), 'B', 'qr');
is(join(',', 'xAB!' =~ /x${as_pattern}!/), 'B', 'qr within a pattern');
is(join(',', split $as_pattern, '1ab2'), '1,b,2', 'qr for split');
is("$as_pattern", 'text', 'strings do not use it');
ok(!eval { 'a' =~ bless [], 'NoPattern'; 1 }, 'qr must answer a pattern');
like($@, qr/^Overloaded qr did not return a REGEXP at /, 'its message');

done_testing;
