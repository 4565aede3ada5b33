# The same text evaluated again at the same place: each time is a compilation of its own.
use strict;
use warnings;
use feature 'state';
use Test::More;

sub evaluated { my ($text) = @_; my $x = 10; return eval $text }

my @places = map { evaluated('(caller(0))[1] . " " . __FILE__ . " " . __LINE__') } 1 .. 3;
my ($first) = $places[0] =~ /(\d+)/;
is_deeply(\@places, [ map { my $n = $first + $_; "$0 (eval $n) 1" } 0 .. 2 ], 'each has its number');

for my $n (1 .. 3) {
    my $sub = evaluated('my $n = 0; sub { $n++ + $x }');
    $sub->();
    is($sub->(), 11, "a closure of its own: $n");
}
is(evaluated('state $n = 5; $n++'), 5, 'a state variable of its own') for 1 .. 3;
is(evaluated('my @list; push @list, $x; scalar @list'), 1, 'an array of its own') for 1 .. 2;

# What is called, and how the text is read, may change in between.
is(evaluated('no strict; no warnings; my @a = (later 7); "@a"'), undef, 'not defined yet');
like($@, qr/^syntax error at \(eval \d+\) line 1, near "later 7"/, 'a syntax error');
eval 'sub later { "later(@_)" }';
is(evaluated('no strict; no warnings; my @a = (later 7); "@a"'), 'later(7)', 'defined');

my $call = 'my @l = (answer + 1); "@l"';
sub answer_any { return scalar(@_) ? "any $_[0]" : 'none' }
sub answer_none() { return 41 }
{ no strict 'refs'; no warnings; *{'main::answer'} = \&answer_any }
is(evaluated($call), 'any 1', 'an operand') for 1 .. 2;
{ no strict 'refs'; no warnings; *{'main::answer'} = \&answer_none }
is(evaluated($call), 42, 'no operands by now') for 1 .. 2;

our $package = 'before';
is(evaluated('our $package'), 'before', 'a package variable') for 1 .. 2;
delete $main::{package};
is(evaluated('our $package'), undef, 'its glob is another one') for 1 .. 2;

my @warnings;
local $SIG{__WARN__} = sub { push @warnings, $_[0] =~ s/\(eval \d+\)/(eval)/r };
evaluated('my $u; "$u"') for 1 .. 2;
evaluated('my $y; my $y = 1;') for 1 .. 2;
is_deeply(
    \@warnings,
    [
        ("Use of uninitialized value \$u in string at (eval) line 1.\n") x 2,
        (qq{"my" variable \$y masks earlier declaration in same scope at (eval) line 1.\n}) x 2,
    ],
    'warnings'
);

for my $n (1 .. 2) {
    evaluated("\n\ndie 'no'");
    like($@, qr/^no at \(eval \d+\) line 3\.$/, 'an exception');
}
is(join(',', map { evaluated('eval q{$x + 1}') } 1 .. 3), '11,11,11', 'evals within');
is(join(',', map { my $text = "\$x + $_"; map { evaluated($text) } 1, 2 } 1 .. 3), '11,11,12,12,13,13', 'various texts');

sub matches { my ($s) = @_; return eval 's/(\w)(\w)/$2$1/g; $_' for $s }
is(matches('abcd'), 'badc', 'a match') for 1 .. 2;
is(join('', map { evaluated('"a" =~ m?a? ? 1 : 0') } 1 .. 3), '111', 'm?? begins anew');

done_testing;
