# What perl says when a sub runs with `use strict` and `use warnings`: warnings, then $@, after `----` as perl says it.
sub run { return eval "package Case$_[0]; use strict; use warnings;\n#line 1 \"program\"\nsub { $_[1] }->(1); 1" }

use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use MessageCases;

check_messages(\*DATA, \&run);

__DATA__
my $x; my $y = $x + 1;
----
Use of uninitialized value $x in addition (+) at program line 1.
====
my $x; print STDERR "" . $x;
----
Use of uninitialized value $x in concatenation (.) or string at program line 1.
====
my %h; my $y = "a" . $h{b};
----
Use of uninitialized value $h{"b"} in concatenation (.) or string at program line 1.
====
my @a; my $y = $a[3] * 2;
----
Use of uninitialized value $a[3] in multiplication (*) at program line 1.
====
my ($a, $b); my $y = $a . $b;
----
Use of uninitialized value $a in concatenation (.) or string at program line 1.
Use of uninitialized value $b in concatenation (.) or string at program line 1.
====
my $x; if ($x == 1) { }
----
Use of uninitialized value $x in numeric eq (==) at program line 1.
====
my $x; if ($x eq 'a') { }
----
Use of uninitialized value $x in string eq at program line 1.
====
my $x; my $y = "$x";
----
Use of uninitialized value $x in string at program line 1.
====
my $x; my $y = join(',', $x, 1);
----
Use of uninitialized value $x in join or string at program line 1.
====
my $x; $x =~ /a/;
----
Use of uninitialized value $x in pattern match (m//) at program line 1.
====
my $x; $x =~ s/a/b/;
----
Use of uninitialized value $x in substitution (s///) at program line 1.
====
my $x; my $y = substr($x, 0, 1);
----
Use of uninitialized value $x in substr at program line 1.
====
my $x; my $y = uc $x;
----
Use of uninitialized value $x in uc at program line 1.
====
my %h; my $x; my $y = $h{$x};
----
Use of uninitialized value $x in hash element at program line 1.
====
my $x; for (1 .. $x) { }
----
Use of uninitialized value $x in foreach loop entry at program line 1.
====
my $x; my $y = -$x;
----
Use of uninitialized value $x in negation (-) at program line 1.
====
my $x; my $y = $x x 3;
----
Use of uninitialized value $x in repeat (x) at program line 1.
====
my $x = "abc"; my $y = $x + 1;
----
Argument "abc" isn't numeric in addition (+) at program line 1.
====
my $x = "3 apples"; my $y = $x * 2;
----
Argument "3 apples" isn't numeric in multiplication (*) at program line 1.
====
my $x = ""; my $y = $x + 1;
----
Argument "" isn't numeric in addition (+) at program line 1.
====
my $x = "abc"; if ($x == 0) { }
----
Argument "abc" isn't numeric in numeric eq (==) at program line 1.
====
my $y = "a" == "b";
----
Argument "b" isn't numeric in numeric eq (==) at program line 1.
Argument "a" isn't numeric in numeric eq (==) at program line 1.
====
my $y = "1x" <=> 2;
----
Argument "1x" isn't numeric in numeric comparison (<=>) at program line 1.
====
my $x = "str"; $x->{a} = 1;
----
Can't use string ("str") as a HASH ref while "strict refs" in use at program line 1.
====
my $x = "str"; @$x;
----
Can't use string ("str") as an ARRAY ref while "strict refs" in use at program line 1.
====
my $x = "str"; my @y = @$x;
----
Can't use string ("str") as an ARRAY ref while "strict refs" in use at program line 1.
====
my $x = "str"; my %y = %$x;
----
Can't use string ("str") as a HASH ref while "strict refs" in use at program line 1.
====
my $x = "str"; $$x = 1;
----
Can't use string ("str") as a SCALAR ref while "strict refs" in use at program line 1.
====
my $x = "str"; $x->();
----
Can't use string ("str") as a subroutine ref while "strict refs" in use at program line 1.
====
my $x = "str"; &$x;
----
Can't use string ("str") as a subroutine ref while "strict refs" in use at program line 1.
====
my $x = [1]; $x->{a};
----
Not a HASH reference at program line 1.
====
my $x = {}; $x->[0];
----
Not an ARRAY reference at program line 1.
====
my $x = {}; $x->();
----
Not a CODE reference at program line 1.
====
my $x = sub {1}; $x->[0];
----
Not an ARRAY reference at program line 1.
====
my $x = \1; @$x;
----
Not an ARRAY reference at program line 1.
====
my $x = [1]; %$x;
----
Not a HASH reference at program line 1.
====
my $x = {}; my @y = @$x;
----
Not an ARRAY reference at program line 1.
====
my $x = \1; $$x = 2;
----
Modification of a read-only value attempted at program line 1.
====
my $x; $x->foo;
----
Can't call method "foo" on an undefined value at program line 1.
====
my $x = ""; $x->foo;
----
Can't call method "foo" without a package or object reference at program line 1.
====
my $x = 3; $x->foo;
----
Can't locate object method "foo" via package "3" (perhaps you forgot to load "3"?) at program line 1.
====
my $x = []; $x->foo;
----
Can't call method "foo" on unblessed reference at program line 1.
====
my $x = {}; $x->foo(1);
----
Can't call method "foo" on unblessed reference at program line 1.
====
my $x = sub {}; $x->foo;
----
Can't call method "foo" on unblessed reference at program line 1.
====
Foo->bar;
----
Can't locate object method "bar" via package "Foo" (perhaps you forgot to load "Foo"?) at program line 1.
====
Foo::Bar->new(1);
----
Can't locate object method "new" via package "Foo::Bar" (perhaps you forgot to load "Foo::Bar"?) at program line 1.
====
my $x = bless {}, 'Foo'; $x->bar;
----
Can't locate object method "bar" via package "Foo" at program line 1.
====
my $x = bless [], 'Foo'; $x->{a};
----
Not a HASH reference at program line 1.
====
foo();
----
Undefined subroutine &Case::foo called at program line 1.
====
Foo::foo(1);
----
Undefined subroutine &Foo::foo called at program line 1.
====
&foo;
----
Undefined subroutine &Case::foo called at program line 1.
====
my $f = \&nosuch; $f->();
----
Undefined subroutine &Case::nosuch called at program line 1.
====
no strict 'refs'; my $f = "nosuch"; &$f();
----
Undefined subroutine &Case::nosuch called at program line 1.
====
no strict 'refs'; my $f = "nosuch"; $f->();
----
Undefined subroutine &Case::nosuch called at program line 1.
====
my $f; $f->();
----
Can't use an undefined value as a subroutine reference at program line 1.
====
my $f; &$f;
----
Can't use an undefined value as a subroutine reference at program line 1.
====
my $x; @$x = (1); my $y; my @z = @$y;
----
Can't use an undefined value as an ARRAY reference at program line 1.
====
my $y; my $z = $$y;
----
Can't use an undefined value as a SCALAR reference at program line 1.
====
1 / 0;
----
Illegal division by zero at program line 1.
====
my $x = 0; my $y = 1 / $x;
----
Illegal division by zero at program line 1.
====
my $x = 0; my $y = 1 % $x;
----
Illegal modulus zero at program line 1.
====
my $y = sqrt(-1);
----
Can't take sqrt of -1 at program line 1.
====
my $y = log(0);
----
Can't take log of 0 at program line 1.
====
for my $x (1) { $x = 2 }
----
Modification of a read-only value attempted at program line 1.
====
for (1, 2) { $_++ }
----
Modification of a read-only value attempted at program line 1.
====
$_++ for 1;
----
Modification of a read-only value attempted at program line 1.
====
my $s = sub { $_[0] = 1 }; $s->(5);
----
Modification of a read-only value attempted at program line 1.
====
${\ "abc"} = 1;
----
Modification of a read-only value attempted at program line 1.
====
map { $_++ } 1, 2;
----
Modification of a read-only value attempted at program line 1.
====
my ($x) = map { s/a/b/; $_ } "a";
----
Modification of a read-only value attempted at program line 1.
====
die;
----
Died at program line 1.
====
die "x\n";
----
x
====
die "x";
----
x at program line 1.
====
die "a", "b";
----
ab at program line 1.
====
die undef;
----
Use of uninitialized value in die at program line 1.
Died at program line 1.
====
die "";
----
Died at program line 1.
====
warn "x";
----
x at program line 1.
====
warn "x\n";
----
x
====
warn;
----
Warning: something's wrong at program line 1.
====
$@ = "err"; warn;
----
err	...caught at program line 1.
====
eval { die "inner\n" }; die;
----
inner
	...propagated at program line 1.
====
eval { die "inner" }; warn;
----
inner at program line 1.
	...caught at program line 1.
====
my @a = (1) x -1;
----
Negative repeat count does nothing at program line 1.
====
my $x = "a" x -1;
----
Negative repeat count does nothing at program line 1.
====
my @a = (1,2); $a[-5] = 1;
----
Modification of non-creatable array value attempted, subscript -5 at program line 1.
====
my @a = (1,2); $#{$a[0]};
----
Can't use string ("1") as an ARRAY ref while "strict refs" in use at program line 1.
====
my @a = (1,2,3); splice(@a, 5, 1);
----
splice() offset past end of array at program line 1.
====
my $x = "abc"; substr($x, 5, 1) = "x";
----
substr outside of string at program line 1.
====
my $x = "abc"; my $y = substr($x, 5, 1);
----
substr outside of string at program line 1.
====
my %h = (1,2,3);
----
Odd number of elements in hash assignment at program line 1.
====
my %h = {};
----
Reference found where even-sized list expected at program line 1.
====
my %h = [];
----
Reference found where even-sized list expected at program line 1.
====
my %h = (a => 1); my %g = \%h;
----
Reference found where even-sized list expected at program line 1.
====
my $r = { 1, 2, 3 };
----
Odd number of elements in anonymous hash at program line 1.
====
my $x = { undef, 1 };
----
Use of uninitialized value in anonymous hash ({}) at program line 1.
====
print F "x";
----
print() on unopened filehandle F at program line 1.
====
print NOSUCH "x";
----
print() on unopened filehandle NOSUCH at program line 1.
====
my $fh; print $fh "x";
----
Can't use an undefined value as a symbol reference at program line 1.
====
my $fh = "x"; print $fh "x";
----
Can't use string ("x") as a symbol ref while "strict refs" in use at program line 1.
====
my $x = <NOSUCH>;
----
readline() on unopened filehandle NOSUCH at program line 1.
====
my $fh; my $x = <$fh>;
----
Use of uninitialized value $fh in <HANDLE> at program line 1.
readline() on unopened filehandle at program line 1.
====
open(my $fh, '<', '/dev/null'); close $fh; print $fh "x"; my $l = <$fh>; close $fh;
----
print() on closed filehandle $fh at program line 1.
readline() on closed filehandle $fh at program line 1.
====
open(my $fh, '<', '/dev/null'); print $fh "x";
----
Filehandle $fh opened only for input at program line 1.
====
open(my $fh, '>', '/dev/null'); my $l = <$fh>;
----
Filehandle $fh opened only for output at program line 1.
====
open(my $fh, '>', '/dev/null'); print $fh "\x{263a}";
----
Wide character in print at program line 1.
====
binmode NOSUCH; eof NOSUCH; tell NOSUCH; seek NOSUCH, 0, 0; fileno NOSUCH;
----
Useless use of eof in void context at program line 1.
Useless use of tell in void context at program line 1.
binmode() on unopened filehandle NOSUCH at program line 1.
tell() on unopened filehandle NOSUCH at program line 1.
seek() on unopened filehandle NOSUCH at program line 1.
====
opendir(my $d, "/nosuch"); readdir $d;
----
readdir() attempted on invalid dirhandle $d at program line 1.
====
my $x; -f $x; -d "a\nb\n";
----
Use of uninitialized value $x in -f at program line 1.
Unsuccessful stat on filename containing newline at program line 1.
====
stat "a\n";
----
Unsuccessful stat on filename containing newline at program line 1.
====
my $y = pack("N", "abc");
----
Argument "abc" isn't numeric in pack at program line 1.
====
my $y = pack("C", 300);
----
Character in 'C' format wrapped in pack at program line 1.
====
my $y = pack("y", 1);
----
Invalid type 'y' in pack at program line 1.
====
my @y = unpack("y", 1);
----
Invalid type 'y' in unpack at program line 1.
====
my $y = chr(-1);
----
Invalid negative number (-1) in chr at program line 1.
====
my $y = hex("xyz");
----
Illegal hexadecimal digit 'y' ignored at program line 1.
====
my $y = oct("8");
----
Illegal octal digit '8' ignored at program line 1.
====
my $y = oct("0b12");
----
Illegal binary digit '2' ignored at program line 1.
====
my $y = int("abc");
----
Argument "abc" isn't numeric in int at program line 1.
====
my $y = "abc" & 1;
----
Argument "abc" isn't numeric in bitwise and (&) at program line 1.
====
my $y = "a" | 1;
----
Argument "a" isn't numeric in bitwise or (|) at program line 1.
====
my $y = ~"abc" + 0;
----
Argument "M-^^M-^]M-^\" isn't numeric in addition (+) at program line 1.
====
my $x = "a-b"; $x++;
----
Argument "a-b" isn't numeric in postincrement (++) at program line 1.
====
my $x; $x++; $x .= "a"; $x += 1;
----
Argument "1a" isn't numeric in addition (+) at program line 1.
====
my $x; $x .= "a"; my $z; $z -= 1; my $w; $w *= 2;
----
Use of uninitialized value $w in multiplication (*) at program line 1.
====
my $x; my $y = $x . "a" . $x;
----
Use of uninitialized value $x in concatenation (.) or string at program line 1.
Use of uninitialized value $x in concatenation (.) or string at program line 1.
====
my $x; my $y = "a${x}b";
----
Use of uninitialized value $x in concatenation (.) or string at program line 1.
====
my %h; my $y = "$h{a} $h{b}{c}";
----
Use of uninitialized value in concatenation (.) or string at program line 1.
Use of uninitialized value in concatenation (.) or string at program line 1.
====
my @a; my $y = "$a[0] $a[1]";
----
Use of uninitialized value in concatenation (.) or string at program line 1.
Use of uninitialized value in concatenation (.) or string at program line 1.
====
my $i; my @a = (1); my $y = $a[$i];
----
Use of uninitialized value $i in array element at program line 1.
====
my ($i, @a); $a[$i] = 1;
----
Use of uninitialized value $i in array element at program line 1.
====
my $x; chop $x; chomp $x; 
----
Use of uninitialized value $x in scalar chop at program line 1.
Use of uninitialized value $x in scalar chomp at program line 1.
====
my $x; my @y = split(/,/, $x);
----
Use of uninitialized value $x in split at program line 1.
====
my $x; my ($a, $b) = split $x, "a";
----
Use of uninitialized value $x in regexp compilation at program line 1.
====
my $x; my $y = reverse $x;
----
Use of uninitialized value $x in reverse at program line 1.
====
my $x; my $y = lc($x) . ucfirst($x);
----
Use of uninitialized value $x in lc at program line 1.
Use of uninitialized value $x in ucfirst at program line 1.
====
my $x; my $y = $x lt "a"; $y = $x > 1; $y = $x <=> 1; $y = $x cmp "a";
----
Use of uninitialized value $x in string lt at program line 1.
Use of uninitialized value $x in numeric gt (>) at program line 1.
Use of uninitialized value $x in numeric comparison (<=>) at program line 1.
Use of uninitialized value $x in string comparison (cmp) at program line 1.
====
my $x; my $y = abs($x) + int($x) + sqrt($x) + hex($x) + oct($x) + ord($x);
----
Use of uninitialized value $x in abs at program line 1.
Use of uninitialized value $x in int at program line 1.
Use of uninitialized value $x in sqrt at program line 1.
Use of uninitialized value $x in hex at program line 1.
Use of uninitialized value $x in oct at program line 1.
Use of uninitialized value $x in ord at program line 1.
====
my $x; my $y = chr($x); $y = index($x, "a"); $y = index("a", $x); $y = rindex("a", $x);
----
Use of uninitialized value $x in chr at program line 1.
Use of uninitialized value $x in index at program line 1.
Use of uninitialized value $x in index at program line 1.
Use of uninitialized value $x in rindex at program line 1.
====
my $x; local $_; my $y = /a/; $y = tr/a/b/; $y = lc;
----
Use of uninitialized value $_ in pattern match (m//) at program line 1.
Use of uninitialized value $_ in transliteration (tr///) at program line 1.
Use of uninitialized value $_ in lc at program line 1.
====
my $x; my $y = vec($x, 0, 1); $y = pack("a", $x); $y = join($x, 1, 2);
----
Use of uninitialized value $x in vec at program line 1.
Use of uninitialized value $x in pack at program line 1.
Use of uninitialized value $x in join or string at program line 1.
====
my $x; my @y = (1) x $x; my $z = 1 .. $x;
----
Use of uninitialized value $x in repeat (x) at program line 1.
====
my $s = "a"; my $y = $s->[0];
----
Can't use string ("a") as an ARRAY ref while "strict refs" in use at program line 1.
====
my $r = []; my $y = $r . ""; if ($r == 5) { } $y = $$r[0] . "";
----
Use of uninitialized value in concatenation (.) or string at program line 1.
====
my $d = 0; sub deep { my $n = shift; deep($n - 1) if $n > 0 } deep(150);
----
Deep recursion on subroutine "Case::deep" at program line 1.
====
my $f; $f = sub { my $n = shift; $f->($n - 1) if $n > 0 }; $f->(150);
----
Deep recursion on anonymous subroutine at program line 1.
====
sub cmpf { } my @b = sort cmpf 2, 1;
----
Use of uninitialized value in sort at program line 1.
====
my @b = sort nosuchcmp 2, 1;
----
Undefined sort subroutine "Case::nosuchcmp" called at program line 1.
====
my $x = *FOO; my $y = *$x{THING}; *FOO = 5; *FOO = "BAR"; *FOO = undef;
----
Undefined value assigned to typeglob at program line 1.
====
my $re = "("; my $x = "abc" =~ /$re/;
----
Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE / at program line 1.
====
my $re = "*a"; my $x = "abc" =~ /$re/;
----
Quantifier follows nothing in regex; marked by <-- HERE in m/* <-- HERE a/ at program line 1.
====
my $re = "[z-a]"; my $x = "abc" =~ $re;
----
Invalid [] range "z-a" in regex; marked by <-- HERE in m/[z-a <-- HERE ]/ at program line 1.
====
my $x = "1_000" + 1; $x = "0x10" + 0; $x = " 12 " + 0; $x = "1e" + 0; $x = "inf" + 0; $x = "nanx" + 0;
----
Argument "1_000" isn't numeric in addition (+) at program line 1.
Argument "0x10" isn't numeric in addition (+) at program line 1.
Argument "1e" isn't numeric in addition (+) at program line 1.
Argument "nanx" isn't numeric in addition (+) at program line 1.
====
my %h = (a => 1); my ($k) = each %h; delete $h{a}{b}; 
----
Can't use string ("1") as a HASH ref while "strict refs" in use at program line 1.
====
require "./nosuch.pl";
----
Can't locate ./nosuch.pl at program line 1.
====
do "./nosuch.pl" or die "do: $!";
----
do: No such file or directory at program line 1.
====
import Foo; Foo->import; Foo->unimport; Foo->VERSION; Foo->VERSION(1);
----
Foo does not define $Foo::VERSION--version check failed at program line 1.
====
my $x = bless [], undef; 
----
Use of uninitialized value in bless at program line 1.
Explicit blessing to '' (assuming package main) at program line 1.
====
my $x = bless 1, 'x';
----
Can't bless non-reference value at program line 1.
====
my $x = bless [], []; 
----
Attempt to bless into a reference at program line 1.
====
my $x = bless [], '';
----
Explicit blessing to '' (assuming package main) at program line 1.
====
package T1 { sub TIESCALAR { bless [] } } tie my $x, 'T1'; my $y = $x;
----
Can't locate object method "FETCH" via package "T1" at program line 1.
====
package T2 { sub TIEHASH { bless [] } } tie my %x, 'T2'; my $y = $x{a};
----
Can't locate object method "FETCH" via package "T2" at program line 1.
====
my $x = 1; my $y = \$x; $$$y;
----
Can't use string ("1") as a SCALAR ref while "strict refs" in use at program line 1.
====
my $x = [1, 2]; my $y = $#{$x}; $y = $#$x; $y = $#{undef()};
----
Can't use an undefined value as an ARRAY reference at program line 1.
====
my @x = (1) ; print STDERR "" if @x == undef;
----
Use of uninitialized value in numeric eq (==) at program line 1.
====
my $x = "5 apples"; $x++; my $y = "abc"; $y += 0;
----
Argument "5 apples" isn't numeric in preincrement (++) at program line 1.
Argument "abc" isn't numeric in addition (+) at program line 1.
====
print STDERR join("", undef, "a") . "\n";
----
Use of uninitialized value in join or string at program line 1.
====
use warnings FATAL => 'all'; my $x; my $y = $x + 1;
----
Use of uninitialized value $x in addition (+) at program line 1.
====
use warnings FATAL => 'uninitialized'; my $x; my $y = $x . "a"; 
----
Use of uninitialized value $x in concatenation (.) or string at program line 1.
====
no warnings; my $x; my $y = $x + 1; use warnings; $y = $x + 2;
----
Use of uninitialized value $x in addition (+) at program line 1.
====
use warnings 'void'; no warnings 'once'; my $x; { no warnings 'uninitialized'; my $y = $x . ""; } my $z = $x . "";
----
Use of uninitialized value $x in concatenation (.) or string at program line 1.
====
my $str = "x" . 5 + 3; 
----
Argument "x5" isn't numeric in addition (+) at program line 1.
====
my $x = "a" . "b" == "ab";
----
Argument "ab" isn't numeric in numeric eq (==) at program line 1.
Argument "ab" isn't numeric in numeric eq (==) at program line 1.
====
my @a = (1, 2); my $n = @a . ""; my $c = scalar(@a) + "x";
----
Argument "x" isn't numeric in addition (+) at program line 1.
====
sysread NOSUCH, my $b, 1; syswrite NOSUCH, "x"; 
----
sysread() on unopened filehandle NOSUCH at program line 1.
syswrite() on unopened filehandle NOSUCH at program line 1.
====
lc(undef) eq undef;
----
Use of uninitialized value in lc at program line 1.
Use of uninitialized value in string eq at program line 1.
====
printf STDERR "%s\n";
----
Missing argument in printf at program line 1.
====
printf STDERR "%d items\n", "3abc";
----
Argument "3abc" isn't numeric in printf at program line 1.
====
our ($u1, @u2, %u3); my $y = $u1 . $u2[0] . $u3{a};
----
Use of uninitialized value $Case::u1 in concatenation (.) or string at program line 1.
Use of uninitialized value in concatenation (.) or string at program line 1.
Use of uninitialized value in concatenation (.) or string at program line 1.
====
our $pkg; my $y = $pkg + $main::other + $Other::thing;
----
Use of uninitialized value $other in addition (+) at program line 1.
Use of uninitialized value $Case::pkg in addition (+) at program line 1.
Use of uninitialized value $Other::thing in addition (+) at program line 1.
