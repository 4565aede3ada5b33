use strict;
use warnings;
use Test::More;

# Chained comparisons (perlop): each operand once, and none after the first that is false.
my @seen; sub v { push @seen, $_[0];
return $_[0] }
is(v(1) < v(2) < v(3) ? 'yes' : 'no', 'yes');
is("@seen", '1 2 3');
@seen = ();
is(v(3) < v(2) < v(1) ? 'yes' : 'no', 'no');
is("@seen", '3 2');
@seen = ();
my $x = v(1) < v(1) <= v(5);
is($x, '');
@seen = ();
is((1 == 1 != 2) ? 1 : 0, 1);
is(('a' lt 'b' le 'b') ? 1 : 0, 1);
my @l = (1 < 2 <= 2 < 9);
is("@l", 1);
done_testing;
