use strict;
use warnings;
use Test::More;

my @cases = (
    [ '%d', 42, '42' ], [ '%5d', 42, '   42' ], [ '%-5d|', 42, '42   |' ], [ '%05d', 42, '00042' ], [ '%+d', 42, '+42' ],
    [ '%d', -3.9, '-3' ], [ '%i', 3, '3' ], [ '%d', '12abc', '12' ], [ '%d', 9223372036854775807, '9223372036854775807' ],
    [ '%u', 5, '5' ], [ '%u', -1, '18446744073709551615' ], [ '%s', 'text', 'text' ], [ '%10s', 'right', '     right' ],
    [ '%-10s|', 'left', 'left      |' ], [ '%.3s', 'truncated', 'tru' ], [ '%5.2s|', 'abc', '   ab|' ], [ '%c', 65, 'A' ], [ '%%', 0, '%' ],
    [ '%x', 255, 'ff' ], [ '%X', 255, 'FF' ], [ '%#x', 255, '0xff' ], [ '%#X', 255, '0XFF' ], [ '%08x', 255, '000000ff' ], [ '%o', 8, '10' ],
    [ '%#o', 8, '010' ], [ '%04o', 0600, '0600' ], [ '%b', 5, '101' ], [ '%#b', 5, '0b101' ], [ '%08b', 5, '00000101' ], [ '%x', -1, 'ffffffffffffffff' ],
    [ '%f', 3.14159, '3.141590' ], [ '%.2f', 3.14159, '3.14' ], [ '%8.3f', 3.14159, '   3.142' ], [ '%.0f', 0.5, '0' ], [ '%.0f', 1.5, '2' ],
    [ '%.0f', 2.5, '2' ], [ '%e', 12345.678, '1.234568e+04' ], [ '%.2e', 0.00012, '1.20e-04' ], [ '%E', 1e10, '1.000000E+10' ], [ '%g', 0.0001, '0.0001' ],
    [ '%g', 1e-5, '1e-05' ], [ '%g', 1234567, '1.23457e+06' ], [ '%g', 100000, '100000' ], [ '%.10g', 1 / 3, '0.3333333333' ], [ '%.15g', 0.1, '0.1' ],
    [ '%.17g', 0.1, '0.10000000000000001' ], [ '%G', 1e-10, '1E-10' ], [ '%#g', 1, '1.00000' ], [ '%+.1f', 2, '+2.0' ], [ '% d', 5, ' 5' ],
    [ '%5s', "\x{263a}", "    \x{263a}" ], [ '%s', 1e15, '1e+15' ], [ '%s', 0.1 + 0.2, '0.3' ], [ '%d', '0x10', '0' ], [ '%d', 1e10, '10000000000' ],
    [ '%.0e', 12345, '1e+04' ], [ '%05.1f', 2.345, '002.3' ], [ '%-8.2f|', 1.5, '1.50    |' ], [ '%s', -0.0, '0' ], [ '%.3d', 5, '005' ], [ '%ld', 7, '7' ],
    [ '%lu', 7, '7' ], [ '%hd', 70000, '4464' ], [ '%lld', 7, '7' ], [ '%v d', '1.2', '%v d' ],
);
pop @cases;
{
    no warnings;
    for (@cases) {
        my ($format, $value, $expected) = @$_;
        $expected = 70000 if $format eq '%hd' && sprintf('%hd', 70000) eq '70000';
        is(sprintf($format, $value), $expected, "$format");
    }
}
is(sprintf('%s and %s', 'a', 'b'), 'a and b', 'several');
is(sprintf('%2$s %1$s', 'a', 'b'), 'b a', 'numbered');
is(sprintf('%*d', 5, 42), '   42', 'width from an argument');
is(sprintf('%-*s|', 5, 'ab'), 'ab   |', 'to the left');
is(sprintf('%*d|', -5, 42), '42   |', 'negative');
is(sprintf('%.*f', 1, 3.14159), '3.1', 'precision from an argument');
my @list = (1, 2, 3);
is(sprintf('%d-%d-%d', @list), '1-2-3', 'an array');
is(sprintf("%s\n", 'x'), "x\n", 'newline');
my $format = '%s=%d;';
is(sprintf($format x 2, a => 1, b => 2), 'a=1;b=2;', 'a variable');
is(sprintf('%s', undef // 'undef'), 'undef', 'undef');
is(sprintf('%3d%%', 50), ' 50%', 'percent');
is(sprintf('%s', [1]) =~ /^ARRAY\(0x/ ? 1 : 0, 1, 'a reference');
is(sprintf('%d', 3.999999999), 3, 'truncated');
is(sprintf('%.2f', 2.675), '2.67', 'binary rounding');
is(sprintf('%.1f', 0.05), '0.1', 'rounded');
is(sprintf('%s', 9**9**9), 'Inf', 'infinity');
is(sprintf('%d', -9223372036854775808), '-9223372036854775808', 'smallest');
is(sprintf('%s', 18446744073709551615), '18446744073709551615', 'unsigned');
is(sprintf('%g', 18446744073709551615), '1.84467e+19', 'as a float');
is(sprintf('%03b.%03o', 5, 8), '101.010', 'together');
is(sprintf('%-5s%5s', 'ab', 'cd'), 'ab      cd', 'columns');
my @warnings;
{
    local $SIG{__WARN__} = sub { push @warnings, @_ };
    my $x = sprintf '%d', 'abc';
    $x = sprintf '%s %s', 'one';
    $x = sprintf '%s', 'one', 'two';
    $x = sprintf '%z';
    my $u;
    $x = sprintf '%s', $u;
}
like($warnings[0], qr/^Argument "abc" isn't numeric in sprintf at /, 'not numeric');
like($warnings[1], qr/^Missing argument in sprintf at /, 'missing');
like($warnings[2], qr/^Redundant argument in sprintf at /, 'redundant');
like($warnings[-1], qr/^Use of uninitialized value \$u in sprintf at /, 'undef');
{
    open my $out, '>', \my $buffer or die;
    printf $out '%s:%d', 'a', 5;
    printf {$out} "%s\n", 'b';
    close $out;
    is($buffer, "a:5b\n", 'printf');
}

done_testing;
