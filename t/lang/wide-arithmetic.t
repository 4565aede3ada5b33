# Integers between 1e15 and 2**64: products of which only low bits or remainders are wanted, complements, shifts, powers.
use strict;
use warnings;
use Test::More;

my @numbers = (
    0, 1, 7, 33, 255, 65_536, 1_103_515_245, 2_147_483_647, 4_294_967_295, 4_294_967_296, 999_999_999_999_999,
    1_000_000_000_000_000, 9_007_199_254_740_991, 9_223_372_036_854_775_807, 18_446_744_073_709_551_615,
);
my @others = (-1, -33, -4_294_967_297, 0.5, 1e15);

# What one operator does after the other, which no compiler can see as one.
sub product   { my ($x, $y) = @_; return $x * $y }
sub sum       { my ($x, $y) = @_; return $x + $y }
sub masked    { my ($x, $y) = @_; return $x & $y }
sub remainder { my ($x, $y) = @_; return $x % $y }
sub inverted  { my ($x) = @_; return ~$x }

sub same {
    my ($name, $got, $expected) = @_;
    return 1 if $got eq $expected;
    fail("$name: $got, not $expected");
    return 0;
}

{
    my $wrong = 0;
    for my $x (@numbers, @others) {
        for my $y (@numbers, @others) {
            my $product = product($x, $y);
            for my $m (255, 1_000_000_007, 0x7fff_ffff, 0xffff_ffff, 2**31, 2**32, 2**40, 97, -7) {
                my $summed = sum($product, 12_345);
                same("$x * $y & $m", $x * $y & $m, masked($product, $m)) or $wrong++;
                same("$x * $y % $m", $x * $y % $m, remainder($product, $m)) or $wrong++;
                same("($x * $y + 12345) & $m", ($x * $y + 12_345) & $m, masked($summed, $m)) or $wrong++;
                same("($x * $y + 12345) % $m", ($x * $y + 12_345) % $m, remainder($summed, $m)) or $wrong++;
            }
            same("$x & ~$y", $x & ~$y, masked($x, inverted($y))) or $wrong++;
            same("~$x & $y", ~$x & $y, masked(inverted($x), $y)) or $wrong++;
        }
    }
    is $wrong, 0, 'operators together are as one after the other';
}

is 9_007_199_254_740_990 + 1, '9007199254740991', 'a sum below 2**53';
is 9_007_199_254_740_991 + 1, '9007199254740992', 'and at it';
is 4_000_000_000_000_000 + 0.5, '4e+15', 'a fraction is a double';
is 3e15 + 1, '3000000000000001', 'an integral double takes part as an integer';
is 94_906_265 * 94_906_265, '9007199136250225', 'a product below 2**53';
is 5_000_000_000_000_000 - 9_000_000_000_000_000, '-4000000000000000', 'a difference';

is 1 << 40, 1_099_511_627_776, '<< beyond 32 bits';
is 3 << 62, '13835058055282163712', '<< up to 64 bits';
is 5 << 63, '9223372036854775808', '<< beyond them';
is 1_099_511_627_775 >> 8, 0xffff_ffff, '>> of more than 32 bits';
is 18_446_744_073_709_551_615 >> 60, 15, '>> of 64 bits';
is -1 >> 60, 15, '>> of a negative number';
{
    use integer;
    is -1 >> 60, -1, '>> under use integer';
    is 9_223_372_036_854_775_807 << 1, -2, '<< under use integer';
}
my $shifted = 1;
$shifted <<= 35;
is $shifted, 34_359_738_368, '<<=';
$shifted >>= 33;
is $shifted, 4, '>>=';

is 2**31, 2_147_483_648, 'a power of constants';
is 3**31, '617673396283947', 'one below 1e15';
is 10**15, '1000000000000000', 'and one at it';
is 2**-1, 0.5, 'a negative exponent';
is join(' ', map { $_**3 } -3, 0, 1.5, 100_000), '-27 0 3.375 1000000000000000', 'powers of variables';

{
    my @warnings;
    local $SIG{__WARN__} = sub { push @warnings, $_[0] =~ s/ at .*//sr };
    my ($x, $y);
    my $z = ($x * 3 + $y) & 255;
    $z = $y * 5 % 7;
    is "@warnings", 'Use of uninitialized value $x in multiplication (*) '
        . 'Use of uninitialized value $y in addition (+) Use of uninitialized value $y in multiplication (*)',
        'undefined operands';
    @warnings = ();
    my $died = eval { my $m = 0; $z = 3 * 4 % $m; 1 } ? '' : $@;
    like $died, qr/^Illegal modulus zero/, 'a remainder of nothing';
}

package Loud {
    use overload '*' => sub { "($_[0][0]*$_[1])" }, '+' => sub { "($_[0][0]+$_[1])" }, '""' => sub { $_[0][0] };
}
my $loud = bless ['L'], 'Loud';
{
    no warnings 'numeric';
    is +($loud * 3) % 5, 0, 'overloaded operators are called';
}

done_testing;
