#!/usr/bin/perl
# Random values as numbers: in arithmetic, as C int, long and key, with their warnings.
#
#   perl t/fuzz/numbers.pl SEED COUNT [all]
#
# The same seed makes the same values in every Perl. Run it in a fresh IPC namespace. Arithmetic is done with numbers of up
# to nine digits, unless "all" is said; conversions for the System V calls are done with all.

use strict;
use warnings;

my ($seed, $count, $all) = @ARGV;
$seed ||= 1;
$count ||= 200;
my $state = ($seed * 7919 + 12345) % 2147483647 || 1;

sub below { my ($n) = @_; $state = $state * 16807 % 2147483647; return int($state / 7) % $n }
sub one_of { return $_[ below(scalar @_) ] }
sub digits { my ($n) = @_; return join '', map { below(10) } 1 .. $n }

my @edges = qw(0 1 2 127 128 255 256 32767 32768 65535 65536 2147483647 2147483648 4294967295 4294967296 4503599627370496
    9007199254740991 9007199254740992 9007199254740993 4611686018427387904 9223372036854775807 9223372036854775808
    18446744073709551614 18446744073709551615 18446744073709551616);
my @small_edges = grep { length $_ < 10 } @edges;
my @words = ('', ' ', 'abc', '0x1f', '0b11', '0 but true', 'Inf', 'inf', '-inf', 'Infinity', 'infx', 'NaN', 'nan', '-nan', 'nanq', '+', '-',
    '.', 'e5', '--1', '+-1', "\x{661}", "1\x{100}", "caf\x{e9}", "\n", "1\0", '1_000', '1,5', "\xa05", '٣');

# A text that is mostly a number: of any size, or small.
sub text {
    my ($small) = @_;
    my $kind = below(8);
    return one_of(@words) if $kind == 0;
    my $text = one_of('', '', '', '-', '+') . one_of($small ? @small_edges : @edges, digits(1 + below($small ? 8 : 20)));
    $text .= '.' . digits(below(6)) if below(3) == 0;
    $text .= one_of('e', 'E') . one_of('', '-', '+') . below($small ? 3 : 25) if below(4) == 0;
    $text = one_of(' ', "\t", "\n", '  ') . $text if below(6) == 0;
    $text .= one_of(' ', "\n", 'x', ' x', "\0", '.', 'e', 'e+', '_1') if below(4) == 0;
    return $text;
}

# A string, a number, or a float.
sub value {
    my ($small) = @_;
    my $text = text($small);
    no warnings;
    my $kind = below(4);
    return $text if $kind <= 1 || !$small;
    return $text + 0 if $kind == 2;
    return $text * one_of(0.5, 0.1, 1.5);
}

sub shown { my ($value) = @_; $value =~ s/([^ -~])/sprintf '\\x{%x}', ord $1/ge; return "'$value'" }

my $set = semget(0, 1, 0600);
my $queue = msgget(0, 0600);
my @types = (1, 2, 10, 4294967296, 4611686018427387904, 9223372036854775807);
END { semctl($set, 0, 0, 0); msgctl($queue, 0, 0) }

sub as_int { semctl($set, 0, 16, $_[0]) or return "error " . ($! + 0); return semctl($set, 0, 12, 0) + 0 }

sub as_long {
    msgsnd($queue, pack('l!', $_), 0) for @types;
    my $message;
    my $got = msgrcv($queue, $message, 0, $_[0], 04000) ? unpack 'l!', $message : 'none';
    1 while msgrcv($queue, $message, 0, 0, 04000);
    return $got;
}

# A key of its own for each value, removed at once; keys of 32 bits only.
sub as_key {
    my $id = shmget($_[0], 1, 01600);
    return 'error ' . ($! + 0) unless defined $id;
    shmctl($id, 2, my $data);
    shmctl($id, 0, 0);
    return unpack 'l', $data;
}

my @arithmetic = (
    [ '+ 0' => sub { $_[0] + 0 } ], [ '+' => sub { $_[0] + $_[1] } ], [ '-' => sub { $_[0] - $_[1] } ], [ '*' => sub { $_[0] * $_[1] } ],
    [ '/' => sub { $_[0] / $_[1] } ], [ '%' => sub { $_[0] % $_[1] } ], [ 'int' => sub { int $_[0] } ], [ 'neg' => sub { -$_[0] } ],
    [ '|' => sub { (0 + $_[0]) | 0 } ], [ '~' => sub { ~(0 + $_[0]) } ], [ '<<' => sub { (0 + $_[0]) << 3 } ], [ '>>' => sub { (0 + $_[0]) >> 3 } ],
    [ '<=>' => sub { $_[0] <=> $_[1] } ], [ '==' => sub { $_[0] == $_[1] } ], [ '++' => sub { my $x = $_[0]; $x++; $x } ], [ '--' => sub { my $x = $_[0]; $x--; $x } ],
    [ 'abs' => sub { abs $_[0] } ], [ '%d' => sub { sprintf '%d', $_[0] } ], [ '%u' => sub { sprintf '%u', $_[0] } ], [ '%.3g' => sub { sprintf '%.3g', $_[0] } ],
    [ '%s' => sub { '' . ($_[0] * 1) } ], [ '%e' => sub { sprintf '%.10e', $_[0] } ],
);
my @conversions = (
    [ 'q' => sub { unpack 'H*', pack 'q', $_[0] } ], [ 'L' => sub { unpack 'H*', pack 'L', $_[0] } ],
    [ 'errno' => sub { $! = $_[0]; $! + 0 } ], [ int => sub { as_int($_[0]) } ], [ long => sub { as_long($_[0]) } ], [ key => sub { as_key($_[0]) } ],
);

# Only these calls are made (a failing run is made smaller so); the others' random numbers are drawn all the same.
my %only = map { $_ => 1 } split /,/, $ENV{FUZZ_ONLY} // '';

for my $n (1 .. $count) {
    my $small = below(2) && !$all;
    my ($x, $y) = (value($small), value($small));
    my ($name, $code) = @{ one_of($small || $all ? @arithmetic : (), $small ? () : @conversions) };
    next if %only && !$only{$n};
    my @warnings;
    local $SIG{__WARN__} = sub { push @warnings, $_[0] };
    print "$n $name ", shown($x), ' ', shown($y);
    my $result = eval { $code->($x, $y) };
    print ' = ', defined $result ? shown($result) : $@ eq '' ? 'undef' : "died: $@", "\n";
    for (@warnings) { s/ at \S+ line \d+\.\n//; print '  ', shown($_), "\n" }
}
