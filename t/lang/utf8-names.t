# Names in UTF-8 (perldoc utf8): variables, subs, packages, labels, keys.
use strict;
use warnings;
use utf8;
use Test::More;

my $é = 3;
is($é + 1, 4, 'a scalar');
is("$é${é}", '33', 'in a string');
my @größe = (1, 2);
is("@größe $größe[1] $#größe", '1 2 2 1', 'an array');
my %ñ = (clé => 1);
is($ñ{clé}, 1, 'a hash, and a word as a key');
is(join(',', %ñ), "cl\x{e9},1", 'whose characters are counted');
our $π = 3.14;
is($main::π, 3.14, 'a package variable');
sub été { return "été(@_)" }
is(été(1), "\x{e9}t\x{e9}(1)", 'a sub');
package Ünï { sub new { return bless {} } sub naïve { return ref $_[0] } }
is(Ünï->new->naïve, "\x{dc}n\x{ef}", 'a package and a method');
my $count = 0;
LÀBEL: for (1, 2) { $count++; next LÀBEL if $_ == 1; $count += 10 }
is($count, 12, 'a label');
{ no strict 'refs'; ${"日本"} = 5; is($main::日本, 5, 'a name in a string'); }
ok(!eval { Ünï->nométhode; 1 }, 'a method that is not there');
like($@, qr/^Can't locate object method "nom\x{e9}thode" via package "\x{dc}n\x{ef}"/, 'is named');
ok(!defined eval '$ß = 1', 'strict knows them');
like($@, qr/^Global symbol "\$ß" requires explicit package name/, 'and names them');
done_testing;
