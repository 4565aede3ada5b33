# Exceptions out of subs: called as a statement, for a value, by others that pass them on, with cleaning up on the way.
use strict;
use warnings;
use Test::More;

our ($global, @log) = ('outside');

sub dies     { die "dies\n" if $_[0]; return 'lives' }
sub calls    { dies($_[0]); push @log, 'after the call'; return 'called' }
sub deeper   { calls($_[0]); calls(0); return 'deeper' }
sub tail     { dies($_[0]) }
sub returns  { return dies($_[0]) }
sub loops    { for my $i (1 .. 3) { dies($_[0] && $i == 2) } return 'looped' }
sub locally  { local $global = 'inside'; dies($_[0]); return $global }
sub catches  { eval { dies(1); 1 } or push @log, "caught $@"; dies($_[0]); return 'caught' }
sub otherwise { !$_[0] or die "dies\n"; return 'otherwise' }
sub goes     { goto &dies }
sub blocks   { do { dies($_[0]); 1 }; return 'block' }
sub conditions { if ($_[0]) { dies(1) } else { dies(0) } return 'condition' }
sub method   { my ($class, $arg) = @_; dies($arg); return $class }
sub by_reference { my $code = \&dies; $code->($_[0]); $_[0] and &$code; return 'reference' }

my %subs = (
    dies => \&dies, calls => \&calls, deeper => \&deeper, tail => \&tail, returns => \&returns, loops => \&loops,
    locally => \&locally, catches => \&catches, otherwise => \&otherwise, goes => \&goes, blocks => \&blocks,
    conditions => \&conditions, by_reference => \&by_reference, method => sub { main->method(@_); 'method' },
);
for my $name (sort keys %subs) {
    my $sub = $subs{$name};
    my $value = eval { $sub->(0) };
    ok defined $value, "$name: a value";
    is $@, '', "$name: no error";
    my @list = eval { $sub->(0) };
    is "@list", $value, "$name: a list";

    is scalar(eval { $sub->(1) }), undef, "$name: no value";
    is $@, "dies\n", "$name: the error";
    is_deeply [eval { $sub->(1) }], [], "$name: no list";
    my $went_on = 0;
    eval { $sub->(1); $went_on = 1 };
    is "$@$went_on", "dies\n0", "$name: as a statement";
    eval { my $x = $sub->(1); $went_on = 1 };
    is "$@$went_on", "dies\n0", "$name: in a declaration";
    eval { my $x = 'a' . $sub->(1); $went_on = 1 };
    is "$@$went_on", "dies\n0", "$name: in an expression";
    is $global, 'outside', "$name: local is undone";
}
@log = ();
eval { deeper(0) };
is "@log", 'after the call after the call', 'what lives goes on';

is eval { main->nosuch(1); 1 }, undef, 'a missing method';
is_deeply [eval { main->import }], [], 'a missing import is none';

my @frames;
sub frames {
    for (my $i = 0; my @frame = caller $i; $i++) { push @frames, "$frame[3]:" . ($frame[5] // 'void') }
    die "dies\n";
}
eval { frames(); 1 };
is "@frames", 'main::frames:void (eval):void', 'callers and their contexts';
@frames = ();
my @none = eval { frames() };
is "@frames", 'main::frames:1 (eval):1', 'in list context';
sub context { my $want = wantarray; return defined $want ? $want ? 'list' : 'scalar' : 'void' }
is scalar(eval { context() }), 'scalar', 'wantarray in an eval block';
is join('', eval { context() }), 'list', 'in list context';

{
    my $seen = '';
    local $SIG{__DIE__} = sub { $seen .= $_[0] };
    eval { calls(1) };
    is $seen, "dies\n", '$SIG{__DIE__} sees it once';
}
eval { my @sorted = sort { die "sorting\n" if $a == 2; $a <=> $b } 3, 2, 1 };
is $@, "sorting\n", 'in a block of sort';
sub by_dying { die "sorting\n" }
eval { my @sorted = sort by_dying 3, 2, 1 };
is $@, "sorting\n", 'in a sub of sort';
eval { my @mapped = map { dies($_); $_ } 0, 1 };
is $@, "dies\n", 'in a block of map';

package Tied { sub TIESCALAR { bless [] } sub FETCH { main::calls(1); 1 } }
tie my $tied, 'Tied';
eval { my $x = $tied };
is $@, "dies\n", 'in a method of tie';
package Loud { use overload '+' => sub { main::calls(1); 1 } }
eval { my $x = bless([], 'Loud') + 1 };
is $@, "dies\n", 'in an overloaded operator';
$SIG{USR1} = sub { calls(1) };
eval { kill USR1 => $$; select undef, undef, undef, 0.01; 1 };
is $@, "dies\n", 'in a handler';
sub recursive { my ($n) = @_; die "bottom\n" if $n == 0; recursive($n - 1); return }
eval { recursive(60) };
is $@, "bottom\n", 'from far down';
eval { eval { calls(1); 1 } or die "again: $@" };
is $@, "again: dies\n", 'caught and thrown again';

done_testing;
