use strict;
use warnings;
use Test::More;

my @log;
sub logged { my @l = @log; @log = (); return "@l" }

if (0) { push @log, 'if' } elsif (1) { push @log, 'elsif' } else { push @log, 'else' }
is(logged(), 'elsif', 'if');
unless (0) { push @log, 'unless' } else { push @log, 'else' }
is(logged(), 'unless', 'unless');
push @log, 'modifier' if 1;
push @log, 'not' unless 1;
is(logged(), 'modifier', 'modifiers');
push @log, $_ for 1 .. 3;
is(logged(), '1 2 3', 'for modifier');
my $n = 3;
push @log, $n-- while $n;
is(logged(), '3 2 1', 'while modifier');
push @log, $n++ until $n >= 2;
is(logged(), '0 1', 'until modifier');
do { push @log, $n++ } while $n < 2;
is(logged(), '2', 'do while runs once');
do { push @log, $n-- } until $n <= 0;
is(logged(), '3 2 1', 'do until');
for (my $i = 0; $i < 3; $i++) { push @log, $i }
is(logged(), '0 1 2', 'for of C');
for (my ($i, $j) = (0, 3); $i < $j; $i++, $j--) { push @log, "$i$j" }
is(logged(), '03 12', 'with two variables');
for (my $i = 0; my @rest = (1) x (2 - $i); $i++) { push @log, scalar @rest }
is(logged(), '2 1', 'with a declaration in the condition');
foreach my $x (1, 2) { push @log, $x }
is(logged(), '1 2', 'foreach');
for my $x (reverse 1 .. 3) { push @log, $x }
is(logged(), '3 2 1', 'reversed');
for (my @copy = (1, 2)) { $_ *= 10; push @log, $_ }
is(logged(), '10 20', 'aliases of a copy');
my $i = 'outer';
for $i (1 .. 2) { push @log, $i }
is(logged() . $i, '1 2outer', 'an outer variable is restored');
our $g = 'global';
for $g (1) { push @log, $main::g }
is(logged() . $g, '1global', 'a global one is localized');

for (1 .. 5) { next if $_ == 2; last if $_ == 4; push @log, $_ }
is(logged(), '1 3', 'next and last');
my $tries = 0;
for (1 .. 2) { push @log, $_; redo if $tries++ < 1 }
is(logged(), '1 1 2', 'redo');
OUTER: for my $x (1 .. 3) {
    for my $y (1 .. 3) {
        next OUTER if $y == 2;
        last OUTER if $x == 3;
        push @log, "$x$y";
    }
}
is(logged(), '11 21', 'labels');
my $c = 0;
while (1) { last if ++$c > 3; next if $c == 2; push @log, $c } continue { push @log, 'c' }
is(logged(), '1 c c 3 c', 'continue');
{ push @log, 'a'; last; push @log, 'b' }
is(logged(), 'a', 'last leaves a block');
{ push @log, 'x'; redo if @log < 3; }
is(logged(), 'x x x', 'redo of a block');
until ($c <= 0) { $c -= 2; push @log, $c }
is(logged(), '2 0', 'until');
LINE: while (my $line = shift @{ [] } // undef) { last LINE }
my @queue = (1, 2, 3);
while (defined(my $item = shift @queue)) { push @log, $item; push @queue, 9 if $item == 1 }
is(logged(), '1 2 3 9', 'a queue');
my @list = (1, 2, 3);
for my $e (@list) { push @log, $e }
is(logged(), '1 2 3', 'over an array');
for my $index (0 .. $#list) { $list[$index] += $index }
is("@list", '1 3 5', 'by index');
my ($x, $y) = (5, 0);
$y++ while $x --> 0;
is($y, 5, 'countdown');
push @log, $_ foreach grep { $_ % 2 } 1 .. 5;
is(logged(), '1 3 5', 'foreach modifier');
sub find { for (@_) { return $_ if $_ > 2 } return 'none' }
is(find(1, 3, 5), 3, 'return from a loop');
is(find(1), 'none', 'or after it');
my $result = do { if ($x) { 'true' } else { 'false' } };
is($result, 'true', 'value of do with if');
$result = do { 1 unless 0 };
is($result, 1, 'of unless');
for my $v (1, 'a', undef) { push @log, defined $v ? $v : 'undef' }
is(logged(), '1 a undef', 'a mixed list');
for (1) { for (2) { push @log, $_ } push @log, $_ }
is(logged(), '2 1', 'nested topics');
my $text = '';
for my $row (1 .. 2) { $text .= join(' ', map { $row * $_ } 1 .. 3) . ';' }
is($text, '1 2 3;2 4 6;', 'tables');
my %h = (a => 1);
for my $value (values %h) { $value = 2 }
is($h{a}, 2, 'values are aliases');
eval { for (1 .. 3) { die "at $_\n" if $_ == 2 } };
is($@, "at 2\n", 'die in a loop');
my @stack = map { { n => $_ } } 1 .. 3;
while (my $top = pop @stack) { push @log, $top->{n} }
is(logged(), '3 2 1', 'a stack');
is(join(',', map { $_ == 2 ? () : $_ } 1 .. 3), '1,3', 'an empty list in map');
my $k = 10;
{ my $k = 20; $k++; push @log, $k }
push @log, $k;
is(logged(), '21 10', 'scopes');
if ((my $m = 5) > 3) { push @log, $m } else { push @log, -$m }
is(logged(), '5', 'my in a condition');
SWITCH: {
    $k == 5 && do { push @log, 'five'; last SWITCH };
    $k == 10 && do { push @log, 'ten'; last SWITCH };
    push @log, 'default';
}
is(logged(), 'ten', 'a switch');
for ($k) { if (/^1/) { push @log, 'one'; last } push @log, 'other' }
is(logged(), 'one', 'for as a topicalizer');
my ($found) = grep { $_->{id} == 2 } map { { id => $_ } } 1 .. 3;
is($found->{id}, 2, 'first of a grep');
my $long = $k > 5 && $k < 15 || die;
ok($long, '&& before ||');
is(join(' ', map { $_ % 15 == 0 ? 'fizzbuzz' : $_ % 5 == 0 ? 'buzz' : $_ % 3 == 0 ? 'fizz' : $_ } 1 .. 15),
    '1 2 fizz 4 buzz fizz 7 8 fizz buzz 11 fizz 13 14 fizzbuzz', 'fizzbuzz');
my @primes = grep { my $n = $_; !grep { $n % $_ == 0 } 2 .. sqrt $n } 2 .. 30;
is("@primes", '2 3 5 7 11 13 17 19 23 29', 'primes');
push @log, 'reached';
is(logged(), 'reached', 'no goto');
SKIP: { push @log, 'label of a block' }
is(logged(), 'label of a block', 'label');
use feature 'say';
{
    open my $out, '>', \my $buffer or die;
    local $\ = "!";
    local $, = '-';
    print $out 1, 2;
    is($buffer, '1-2!', 'print with separators');
}
is(eval { ...; 1 } // $@ =~ s/ at .*//sr, 'Unimplemented', '...');


{
    my @list = (3, 4);
    eval { @list = () for 1, 2, @list };
    like($@, qr/^Use of freed value in iteration at /, 'a loop whose array is emptied');
    my $count = 0;
    eval 'v23: $count++; goto v23 unless $count == 2';
    is($count, 2, 'a label that looks like a version');
    is(eval 'package v10::inner; sub name { __PACKAGE__ } package v10; v10::inner::name()', 'v10::inner',
        'packages whose names look like versions');
}

done_testing;
