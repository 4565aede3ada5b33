use strict;
use warnings;
use Test::More;

{
    package UpperCase;
    sub TIESCALAR { my ($class, $value) = @_; return bless \$value, $class }
    sub FETCH { my $self = shift; return uc $$self }
    sub STORE { my ($self, $value) = @_; $$self = $value }
    sub UNTIE { main::pass('UNTIE') }
}
my $object = tie my $scalar, 'UpperCase', 'start';
is($scalar, 'START', 'FETCH');
$scalar = 'changed';
is($scalar, 'CHANGED', 'STORE');
is(ref tied $scalar, 'UpperCase', 'tied');
is($$object, 'changed', 'the object');
$scalar .= 'x';
is($scalar, 'CHANGEDX', '.=');
my $copy = $scalar;
$scalar = 'again';
is($copy, 'CHANGEDX', 'a copy is not tied');
is("<$scalar>", '<AGAIN>', 'in a string');
undef $object;
untie $scalar;
is(tied $scalar, undef, 'untied');

{
    package Log;
    our @log;
    sub TIESCALAR { return bless { v => $_[1] }, $_[0] }
    sub FETCH { push @log, 'F'; return $_[0]{v} }
    sub STORE { push @log, 'S'; $_[0]{v} = $_[1] }
    sub take { my $l = join '', @log; @log = (); return $l }
}
tie my $logged, 'Log', 5;
my $sum = $logged + $logged;
is($sum . Log::take(), '10FF', 'once for each use');
$logged++;
is(Log::take(), 'FS', '++');
$logged = 3;
is(Log::take(), 'S', 'assignment');
if ($logged) { }
is(Log::take(), 'F', 'condition');
my @a = ($logged) x 2;
is(Log::take(), 'FF', 'in a list');
local $_ = $logged;
is(Log::take(), 'F', 'copy');
is(defined($logged) . Log::take(), '1F', 'defined');

{
    package Doubled;
    sub TIEARRAY { return bless { a => [] }, shift }
    sub FETCH { my ($s, $i) = @_; my $v = $s->{a}[$i]; return defined $v ? $v * 2 : undef }
    sub STORE { my ($s, $i, $v) = @_; $s->{a}[$i] = $v }
    sub FETCHSIZE { return scalar @{ $_[0]{a} } }
    sub STORESIZE { my ($s, $n) = @_; $#{ $s->{a} } = $n - 1 }
    sub PUSH { my $s = shift; push @{ $s->{a} }, @_ }
    sub POP { my $s = shift; return pop @{ $s->{a} } }
    sub SHIFT { my $s = shift; return shift @{ $s->{a} } }
    sub CLEAR { my $s = shift; $s->{a} = [] }
    sub EXTEND { }
    sub DELETE { my ($s, $i) = @_; return delete $s->{a}[$i] }
    sub EXISTS { my ($s, $i) = @_; return exists $s->{a}[$i] }
}
tie my @array, 'Doubled';
push @array, 1, 2, 3;
is("@array", '2 4 6', 'tied array');
is($array[1], 4, 'element');
is(scalar @array, 3, 'size');
is($#array, 2, 'last index');
$array[3] = 10;
is($array[-1], 20, 'negative index');
is(pop @array, 10, 'pop');
is(join(',', map { $_ + 1 } @array), '3,5,7', 'map');
@array = (7, 8);
is("@array", '14 16', 'list assignment');

{
    package Ordered;
    sub TIEHASH { return bless { keys => [], data => {} }, shift }
    sub FETCH { return $_[0]{data}{ $_[1] } }
    sub STORE { my ($s, $k, $v) = @_; push @{ $s->{keys} }, $k unless exists $s->{data}{$k}; $s->{data}{$k} = $v }
    sub EXISTS { return exists $_[0]{data}{ $_[1] } }
    sub DELETE { my ($s, $k) = @_; $s->{keys} = [ grep { $_ ne $k } @{ $s->{keys} } ]; return delete $s->{data}{$k} }
    sub CLEAR { my $s = shift; @$s{qw(keys data)} = ([], {}) }
    sub FIRSTKEY { my $s = shift; $s->{i} = 0; return $s->{keys}[0] }
    sub NEXTKEY { my $s = shift; return $s->{keys}[ ++$s->{i} ] }
    sub SCALAR { return scalar @{ $_[0]{keys} } }
}
tie my %ordered, 'Ordered';
$ordered{$_} = ord for qw(z a m);
is(join(',', keys %ordered), 'z,a,m', 'tied hash');
is(join(',', values %ordered), '122,97,109', 'values');
ok(exists $ordered{a}, 'exists');
is(delete $ordered{a}, 97, 'delete');
is(join(',', keys %ordered), 'z,m', 'the rest');
my $pairs = '';
while (my ($k, $v) = each %ordered) { $pairs .= "$k$v " }
is($pairs, 'z122 m109 ', 'each');
is(scalar(%ordered), 2, 'scalar');
%ordered = (b => 1, a => 2);
is(join(',', %ordered), 'b,1,a,2', 'assignment');
$ordered{b}++;
is($ordered{b}, 2, '++ of an element');
{ local $ordered{b} = 9; is($ordered{b}, 9, 'local'); }
is($ordered{b}, 2, 'restored');

{
    package Collect;
    sub TIEHANDLE { my @lines; return bless \@lines, shift }
    sub PRINT { my $s = shift; push @$s, join $, // '', @_; return 1 }
    sub PRINTF { my $s = shift; my $f = shift; push @$s, sprintf $f, @_; return 1 }
    sub READLINE { my $s = shift; return wantarray ? splice @$s : shift @$s }
    sub CLOSE { @{ $_[0] } = (); return 1 }
}
tie *FH, 'Collect';
print FH 'one', 'two';
printf FH '%03d', 7;
is(<FH>, 'onetwo', 'tied handle');
is(<FH>, '007', 'printf');
print FH "x$_" for 1 .. 2;
my @lines = <FH>;
is("@lines", 'x1 x2', 'list');
ok(close FH, 'close');
use Tie::Scalar;
tie my $std, 'Tie::StdScalar', 'std';
is($std, 'std', 'Tie::StdScalar');
use Tie::Hash;
tie my %std, 'Tie::StdHash';
$std{a} = 1;
is(join(',', %std), 'a,1', 'Tie::StdHash');
use Tie::Array;
tie my @std, 'Tie::StdArray';
push @std, 1, 2;
is("@std[0, 1]", '1 2', 'Tie::StdArray');


{
    require Tie::Array;
    tie my @tied, 'Tie::StdArray';
    @tied = ('a', 'b', 'c');
    { local ($tied[1]) = 'x'; local $tied[4] = 'y'; is("@tied[0, 1, 2, 4]", 'a x c y', 'local elements of a tied array') }
    is("@tied[0 .. 2] " . @tied, 'a b c 3', 'and back');
}
my @self_tied;
sub Itself::TIEARRAY { return bless $main::itself, 'Itself' }
our $itself = \@self_tied;
ok(!eval { tie @self_tied, 'Itself'; 1 }, 'an array tied to itself');
like($@, qr/^Self-ties of arrays and hashes are not supported at /, 'is refused');

{
    package Cyclic;
    our $NEGATIVE_INDICES = 1;
    sub TIEARRAY { return bless [ 1, 2, 3 ] }
    sub FETCH { my ($self, $i) = @_; return "$i:$self->[$i]" }
    sub STORE { my ($self, $i, $value) = @_; $self->[$i] = $value; return }
    sub FETCHSIZE { return 3 }
}
tie my @cyclic, 'Cyclic';
$cyclic[-2] = 'x';
is("$cyclic[-1] $cyclic[-2] $cyclic[0]", '-1:3 -2:x 0:1', '$NEGATIVE_INDICES');

done_testing;
