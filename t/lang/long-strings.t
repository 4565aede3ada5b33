# Parts of long strings, read and written where they lie: vec and substr against a model made of lists.
use strict;
use warnings;
use Test::More;

my $seed = 42;
sub random { $seed = ($seed * 1103515245 + 12345) % 2147483648; return int($seed / 65536) % $_[0] }

my $text  = 'x' x 400;
my @model = (ord 'x') x 400;

sub set_bits {
    my ($at, $size, $value) = @_;
    vec($text, $at, $size) = $value;
    my $bits = join '', map { sprintf '%08b', $_ } @model;
    $bits .= '0' x 8 while length($bits) < ($at + 1) * $size;
    # Within a byte the first element is the lowest bits.
    my $place = $size >= 8 ? $at * $size : int($at * $size / 8) * 8 + 8 - $at * $size % 8 - $size;
    substr($bits, $place, $size) = sprintf "%0${size}b", $value % 2**$size;
    $bits .= '0' while length($bits) % 8;
    @model = map { oct "0b$_" } unpack '(A8)*', $bits;
}

my $wrong = 0;
for my $n (1 .. 300) {
    my $act = random(4);
    if ($act == 0) { set_bits(random(430), (1, 2, 4, 8)[random(4)], random(300)) }
    elsif ($act == 1) { set_bits(random(90), (16, 32)[random(2)], random(30000) * 70000) }
    elsif ($act == 2) {
        my $at = random(300);
        substr($text, $at, 3) = 'abc';
        @model[ $at .. $at + 2 ] = map { ord } qw(a b c);
    }
    else {
        my $at = random(300);
        $wrong++ if substr($text, $at, 4) ne pack 'C4', @model[ $at .. $at + 3 ];
        $wrong++ if vec($text, $at, 8) != $model[$at];
        $wrong++ if vec($text, $at >> 1, 16) != $model[ $at & ~1 ] * 256 + $model[ $at | 1 ];
    }
}
is($wrong, 0, 'what was read');
is($text, pack('C*', @model), 'what is there in the end');

my $copy = $text;
vec($text, 0, 8) = 1 + vec $text, 0, 8;
substr($text, 1, 1) = 'Z';
is(ord($copy), $model[0], 'a copy keeps its own bytes');

my @warnings;
{
    local $SIG{__WARN__} = sub { push @warnings, @_ };
    vec($text, 0, 64) = 3;
}
is(scalar(@warnings), 2, 'a size of 64 bits is warned of twice');
is(vec($text, 7, 8), 3, 'and set');
ok(!eval { vec(my $wide = "\x{100}" x 300, 0, 8) = 1; 1 }, 'no bytes');
like($@, qr/^Use of strings with code points over 0xFF as arguments to vec is forbidden at /, 'and its message');

package Counted { sub TIESCALAR { bless [ 'x' x 300, 0 ] } sub FETCH { $_[0][1]++; $_[0][0] } sub STORE { $_[0][0] = $_[1] } }
tie my $tied, 'Counted';
substr($tied, 0, 1) = 'a';
is(tied($tied)->[1], 1, 'a tied variable is read once');
is(substr($tied, 0, 2), 'ax', 'and written');

# Characters beyond 0xFFFF: positions count characters.
my $faces = "\x{1F600}ab\x{100}" x 50;
my ($positions, $n) = (0, 0);
while ($faces =~ /b/g) { $positions += pos $faces; $n++ }
is("$positions $n " . length $faces, '5050 50 200', 'pos and length');
is(join(',', map { sprintf '%x', ord substr $faces, $_, 1 } 196, 3, 100, -200), '1f600,100,1f600,1f600', 'substr');
is(index($faces, "\x{1F600}", 101) . ' ' . rindex($faces, 'a', 100), '104 97', 'index and rindex');

my $growing = '';
my $ends = '';
for my $i (1 .. 300) { $growing .= "$i,"; $ends .= substr $growing, -2 if length($growing) % 7 == 0 }
is(length($growing) . " $ends", join(' ', 1092, $ends), 'a growing string');
is(unpack('%32C*', $ends), 4147, 'its ends');

done_testing;
