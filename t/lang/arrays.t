use strict;
use warnings;
use Test::More;

my @a = (3, 1, 2);
is(scalar @a, 3, 'length');
is($#a, 2, 'last index');
is($a[-1], 2, 'from the end');
is($a[5], undef, 'beyond the end');
is(scalar @a, 3, 'reading does not extend');
$a[5] = 'x';
is(scalar @a, 6, 'writing does');
is($a[4], undef, 'with undef between');
ok(!exists $a[4], 'that does not exist');
$#a = 2;
is("@a", '3 1 2', 'cut by $#a');
push @a, 4, 5;
is(push(@a, 6), 6, 'push returns the length');
is(pop @a, 6, 'pop');
is(shift @a, 3, 'shift');
is(unshift(@a, 0), 5, 'unshift');
is("@a", '0 1 2 4 5', 'the result');
is(join(',', splice(@a, 1, 2)), '1,2', 'splice removes');
is("@a", '0 4 5', 'the rest');
splice(@a, 1, 0, 'a', 'b');
is("@a", '0 a b 4 5', 'and inserts');
splice(@a, -2);
is("@a", '0 a b', 'from the end');
is(join(',', splice(@a)), '0,a,b', 'all');
is(scalar @a, 0, 'empty');
is(pop @a, undef, 'pop of nothing');

@a = (1 .. 5);
is("@a[1, 2]", '2 3', 'slice');
is("@a[grep { $_ % 2 == 0 } 0 .. $#a]", '1 3 5', 'computed slice');
@a[0, 1] = @a[1, 0];
is("@a", '2 1 3 4 5', 'slice assignment');
is(join(',', (10, 20, 30)[2, 0]), '30,10', 'slice of a list');
is(join(',', (stat '/')[2, 2]) ne '' ? 1 : 0, 1, 'slice of a function');
my ($first, @rest) = @a;
is("$first|@rest", '2|1 3 4 5', 'first and rest');
is("@{[reverse 1 .. 3]}", '3 2 1', 'reverse');
is(join(',', sort 10, 9, 2, 1), '1,10,2,9', 'sort as strings');
is(join(',', sort { $b <=> $a } 10, 9, 2, 1), '10,9,2,1', 'sort with a block');
sub by_length { length $a <=> length $b or $a cmp $b }
is(join(',', sort by_length qw(ccc a bb aa)), 'a,aa,bb,ccc', 'sort with a sub');
my $order = sub { $b cmp $a };
is(join(',', sort $order qw(a c b)), 'c,b,a', 'sort with a variable');
is(join(',', reverse sort { $a <=> $b } 3, 1, 2), '3,2,1', 'reverse sort');
is(join(',', map { $_ * 2 } 1 .. 3), '2,4,6', 'map');
is(join(',', map { ($_, $_) } 1, 2), '1,1,2,2', 'map to lists');
is(join(',', map +($_ => 1), 'a', 'b'), 'a,1,b,1', 'map EXPR');
is(join(',', map { +{ n => $_ } } 1)  =~ /^HASH/ ? 1 : 0, 1, 'map to hashes');
is(join(',', map {; "$_" => 1 } 'a'), 'a,1', 'map with a string first');
is(join(',', grep { $_ > 1 } 1 .. 3), '2,3', 'grep');
is(join(',', grep /a/, qw(ab cd ea)), 'ab,ea', 'grep with a match');
is(scalar(grep { $_ } 0, 1, 2), 2, 'grep counts');
my @copy = @a;
$_ *= 2 for @copy;
is("@copy", '4 2 6 8 10', 'for aliases');
is("@a", '2 1 3 4 5', 'the copied array stays');
s/^/x/ for my @words = qw(a b);
is("@words", 'xa xb', 'substitution over an array');
is(join(',', map { s/x//r } @words), 'a,b', 's///r');
my @two = ([ 1, 2 ], [ 3, 4 ]);
is($two[1][0], 3, 'nested');
is($two[1]->[1], 4, 'with an arrow');
is(join(',', map { @$_ } @two), '1,2,3,4', 'flattened');
push @{ $two[2] }, 5;
is($two[2][0], 5, 'autovivified');
is(scalar @{ $two[0] }, 2, 'length of the inner');
is($#{ $two[0] }, 1, 'last index of the inner');
is("@{$two[0]}[0]", '1', 'inner slice');
my @sorted = sort { $a->[0] <=> $b->[0] } [ 2, 'b' ], [ 1, 'a' ];
is($sorted[0][1], 'a', 'sorted by a column');
is("@{[ map { $_->[1] } @sorted ]}", 'a b', 'a column');
is(exists $a[1] ? 1 : 0, 1, 'exists');
delete $a[4];
is(scalar @a, 4, 'delete of the last');
is((wantarray_of())[0], 'list', 'list context'); sub wantarray_of { return wantarray ? 'list' : 'scalar' }
my $scalar = wantarray_of();
is($scalar, 'scalar', 'scalar context');
my @empty = ();
is(@empty ? 'true' : 'false', 'false', 'an empty array is false');
is(!@empty, 1, 'not');
@empty = (undef);
is(@empty ? 'true' : 'false', 'true', 'undef in it makes it true');
is(join('|', map { defined ? $_ : 'undef' } (1, undef, 3)), '1|undef|3', 'undef in a list');
my ($p, undef, $q) = (1, 2, 3);
is("$p$q", '13', 'undef in an assignment');
my $n = my @got = (5, 6, 7);
is($n, 3, 'count of an assignment');
if ((my @found = grep { $_ > 5 } @got) > 1) { is("@found", '6 7', 'in a condition') }
is("@got[0 .. 1]", '5 6', 'range in a slice');
my @nested = (1, (2, 3), [ 4 ]);
is(scalar @nested, 4, 'lists flatten, references do not');
while (my ($i, $v) = each @got) { $got[$i] = $v + 1 }
is("@got", '6 7 8', 'each of an array');
is(join(',', keys @got), '0,1,2', 'keys of an array');
is("@{[ (1) x 3 ]}", '1 1 1', 'repetition');
is(join(',', (1, 2, 3)[1 .. 2]), '2,3', 'slice by a range');
my @array2d = map { [ (0) x 2 ] } 1 .. 2;
$array2d[0][0] = 1;
is("@{$array2d[1]}", '0 0', 'rows are separate');
local $_ = 'outer';
for (1) { }
is($_, 'outer', 'for restores $_');
is("@{[ splice @{[1 .. 5]}, 1, 3 ]}", '2 3 4', 'splice of a copy');
my @s = (1, 2, 3);
my ($x, $y) = @s[1, 2];
is($x + $y, 5, 'slice into a list');
is($s[$#s], 3, '$#s as index');
is($s[@s - 1], 3, '@s as a number');
is("$#{[1, 2, 3]}", 2, 'last index of an anonymous array');
is(join(',', %s[0, 1]), '0,1,1,2', 'index and value slice');
my @lines = ("b\n", "a\n");
chomp(@lines);
is("@lines", 'b a', 'chomp of a list');
is(join('', map { chr(ord($_) + 1) } split //, 'HAL'), 'IBM', 'chain');
@a = ();
$a[2] = 1;
is(join('|', map { $_ // '-' } @a), '-|-|1', 'holes');
undef @a;
is(scalar @a, 0, 'undef of an array');
is(join(',', sort { $a <=> $b } grep { !($_ % 3) } map { $_ * 3 } 1 .. 3), '3,6,9', 'pipeline');
my @unique = do { my %seen; grep { !$seen{$_}++ } qw(a b a c b) };
is("@unique", 'a b c', 'unique');

# Long arrays that change at their front, @_ among them.
sub total { my $sum = 0; while (@_) { $sum += shift } return $sum }
is(total(1 .. 20_000), 200_010_000, 'a long @_ is shifted');
my @long = (1 .. 20_000);
unshift @long, -$_ for 1 .. 5;
is("@long[0 .. 6] $#long", '-5 -4 -3 -2 -1 1 2 20004', 'unshift');
my @gone = (shift(@long), splice(@long, 0, 3));
push @long, 'end';
is("@gone @long[0, 1, -1] " . @long, '-5 -4 -3 -2 -1 1 end 20002', 'shift and splice');
$_++ for @long[0, 1];
my ($head, @tail) = @long;
is("$head $tail[0] $#tail", '0 2 20000', 'changed in place, and copied');

{
    my (@all, $nothing, %none) = (1, 2, 3);
    is("@all", '1 2 3', 'an array takes all');
    ok(!defined $nothing && !%none, 'and leaves nothing');
}


{
    my @a = ('a' .. 'c');
    my ($i) = each @a;
    @a = ('A' .. 'C');
    ($i) = each @a;
    is($i, 0, 'each begins anew after an assignment');
    our @walked = ('a' .. 'c');
    ($i) = each @walked;
    { local @walked = ('x'); my ($j) = each @walked; is($j, 0, 'each of a localised array') }
    ($i) = each @walked;
    is($i, 1, 'goes on after local');
    keys @walked;
    my @seen;
    for (; defined(my $k = each @walked);) { push @seen, $k }
    my $k;
    for (; $k = each @walked;) { push @seen, $k }
    is("@seen", '0 1 2 0 1 2', 'each as the test of a C-style loop is tested for definedness');
    my %h = (k => 1);
    my $ref = \$h{k};
    is(\delete $h{k}, $ref, '\delete is the variable itself');
}

done_testing;
