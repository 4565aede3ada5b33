use strict;
use warnings;
use Test::More;

sub warned {
    my ($code) = @_;
    my @warnings;
    local $SIG{__WARN__} = sub { push @warnings, $_[0] };
    $code->();
    return join '', map { s/ at (?:\S+|\(eval \d+\)) line \d+\.\n//r } @warnings;
}

my ($u, %h, @a);
our $g;
my $un = 'Use of uninitialized value';
is(warned(sub { my $x = $u + 1 }), "$un \$u in addition (+)", 'addition');
is(warned(sub { my $x = "a$u" }), "$un \$u in concatenation (.) or string", 'in a string');
is(warned(sub { my $x = $h{key} . 'b' }), "$un \$h{\"key\"} in concatenation (.) or string", 'element');
is(warned(sub { my $x = $a[2] * 2 }), "$un \$a[2] in multiplication (*)", 'array element');
is(warned(sub { my $x = $g - 1 }), "$un \$g in subtraction (-)", 'global');
is(warned(sub { my $x = $u == 1 }), "$un \$u in numeric eq (==)", '==');
is(warned(sub { my $x = $u eq 'a' }), "$un \$u in string eq", 'eq');
is(warned(sub { my $x = $u < 1 }), "$un \$u in numeric lt (<)", '<');
is(warned(sub { my $x = join ',', $u, 1 }), "$un \$u in join or string", 'join');
is(warned(sub { my $x = lc $u }), "$un \$u in lc", 'lc');
is(warned(sub { my $x = sprintf '%s', $u }), "$un \$u in sprintf", 'sprintf');
is(warned(sub { my $x = $u =~ /x/ }), "$un \$u in pattern match (m//)", 'match');
is(warned(sub { my $x = substr $u, 0, 1 }), "$un \$u in substr", 'substr');
is(warned(sub { my $x = $h{$u} }), "$un \$u in hash element", 'as a key');
is(warned(sub { my $x = -$u }), "$un \$u in negation (-)", 'negation');
is(warned(sub { my $x = chr $u }), "$un \$u in chr", 'chr');
is(warned(sub { my $x = $u | 1 }), "$un \$u in bitwise or (|)", 'bitwise');
is(warned(sub { my $x; $x .= 'a'; $x = undef; $x += 1; $x = undef; $x++ }), '', 'assignment operators do not');
is(warned(sub { my $x = $u; my $y = $u // 1; my @l = ($u); my $z = !$u; if ($u) { } }), '', 'nor copying and testing');
is(warned(sub { my $x = 'abc' + 1 }), q(Argument "abc" isn't numeric in addition (+)), 'not numeric');
is(warned(sub { my $x = '3x' * 1 }), q(Argument "3x" isn't numeric in multiplication (*)), 'partly');
is(warned(sub { my $x = '' == 0 }), q(Argument "" isn't numeric in numeric eq (==)), 'empty');
is(warned(sub { my $x = ' 3 ' + 0 }), '', 'white space is fine');
is(warned(sub { my $x = '0 but true' + 0 }), '', '0 but true');
is(warned(sub { my %x = (1) }), 'Odd number of elements in hash assignment', 'odd');
is(warned(sub { my %x = {} }), 'Reference found where even-sized list expected', 'a reference');
is(warned(sub { my $x = {1} }), 'Odd number of elements in anonymous hash', 'anonymous');
is(warned(sub { my $x = substr 'abc', 5 }), 'substr outside of string', 'substr');
is(warned(sub { my $x = oct '9' }), q(Illegal octal digit '9' ignored), 'oct');
is(warned(sub { my $x = chr -1 }), 'Invalid negative number (-1) in chr', 'chr');
is(warned(sub { my @s = (1) ; my $x = splice @s, 5, 0, 1 }), 'splice() offset past end of array', 'splice');
is(warned(sub { no warnings 'once'; print NOWHERE 'x' }), 'print() on unopened filehandle NOWHERE', 'unopened');
is(warned(sub { open my $f, '<', $0; close $f; my $l = <$f> }), 'readline() on closed filehandle $f', 'closed');
is(warned(sub { my $x = \1; my $y = $x + 0 }), '', 'a reference as a number');
is(warned(sub { warn "own\n" }), "own\n", 'warn');
is(warned(sub { no warnings; my $x = $u + 1 }), '', 'no warnings');
is(warned(sub { no warnings 'uninitialized'; my $x = "a$u" + 1 }), q(Argument "a" isn't numeric in addition (+)), 'one category');
is(warned(sub { use warnings; no warnings 'numeric'; my $x = 'a' + 1 }), '', 'numeric');
is(warned(sub { local $^W = 1; my $x = $u + 1 }), "$un \$u in addition (+)", '$^W');
is(warned(sub { eval 'my $y = 1; my $y = 2; 1' }), '"my" variable $y masks earlier declaration in same scope', 'redeclared');
is(warned(sub { eval 'sub twice { 1 } sub twice { 2 }' }), 'Subroutine twice redefined', 'redefined');
is(warned(sub { eval '5; 1' }), 'Useless use of a constant (5) in void context', 'void context');
is(warned(sub { eval 'my @l = (1); my $x = @l[0]; 1' }), 'Scalar value @l[0] better written as $l[0]', 'a slice of one');
{
    my @seen;
    local $SIG{__WARN__} = sub { push @seen, $_[0] };
    my $x = $u . 'a';
    is($seen[0], "$un \$u in concatenation (.) or string at $0 line " . (__LINE__ - 1) . ".\n", 'place');
    open my $in, '<', \"a\nb\n" or die;
    <$in>;
    $x = $u . 'b';
    is($seen[1], "$un \$u in concatenation (.) or string at $0 line " . (__LINE__ - 1) . ", <\$in> line 1.\n", 'place and line of the file');
}
{
    my @list = (1, undef);
    our @global = (undef);
    my %map = (key => undef);
    my @holes;
    $holes[1] = 1;
    is(warned(sub { my $x = join ',', @list }), "$un \$list[1] in join or string", 'an element of a joined array');
    is(warned(sub { my $x = join ',', 'a', @global }), "$un \$global[0] in join or string", 'of a global one');
    is(warned(sub { my $x = join ',', %map }), "$un \$map{\"key\"} in join or string", 'of a hash');
    is(warned(sub { my $x = join ',', @holes }), "$un within \@holes in join or string", 'one that does not exist');
    is(warned(sub { my $x = "@list" }), "$un \$list[1] in join or string", 'of an interpolated array');
    is(warned(sub { my $x = "@holes" }), "$un in join or string", 'not there');
    is(warned(sub { my $x = sprintf '%s%s', @list }), "$un \$list[1] in sprintf", 'of arguments of sprintf');
    is(warned(sub { my $x = join ',', $u, @list, 'b', @global }), "$un \$u in join or string$un \$list[1] in join or string$un \$global[0] in join or string", 'several arrays');
    is(warned(sub { my $x = join ',', @$_ for [undef] }), "$un in join or string", 'behind a reference');
    is(warned(sub { joined(1, undef) }) . warned(sub { joined(1, $u) }), "$un in join or string$un \$_[1] in join or string", 'a literal undef has no name');
    is(warned(sub { 'ac' =~ /(a)(b)?(c)/ and my $x = "@-" }), "$un in join or string", 'nor has the offset of a match');
    is(warned(sub { open my $out, '>', \my $text or die; print $out 'a', @list, $u }), "$un \$list[1] in print$un \$u in print", 'print');
}
sub joined { my $x = "@_" }
use warnings FATAL => 'uninitialized';
is(eval { my $x = $u + 1; 1 }, undef, 'fatal');
like($@, qr/^Use of uninitialized value \$u in addition \(\+\) at /, 'its message');

done_testing;
