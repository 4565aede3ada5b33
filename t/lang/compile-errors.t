# What perl says about programs that can't be compiled: after `----` come warnings and then $@, as perl gives them.
sub compile { return eval "package Case$_[0];\n#line 1 \"program\"\n$_[1]" }

use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use MessageCases;

check_messages(\*DATA, \&compile);

__DATA__
my $x = 5
my $y = 6;
----
syntax error at program line 2, near "5
my "
====
if (1) { print 1;
----
Missing right curly or square bracket at program line 2, at end of line
syntax error at program line 2, at EOF
====
print "a" . ;
----
syntax error at program line 1, at EOF
====
my @a = (1,2,3;
----
syntax error at program line 1, at EOF
====
foo(;
----
syntax error at program line 1, at EOF
====
my $h = { a => 1, b => 2;
----
syntax error at program line 2, at EOF
Missing right curly or square bracket at program line 2, at end of line
====
for my $i (1..3) { print $i
----
Missing right curly or square bracket at program line 2, at end of line
syntax error at program line 2, at EOF
====
if ($x == 1 { }
----
syntax error at program line 1, near "1 { "
====
while { }
----
syntax error at program line 1, near "#line 1 "program"
while {"
====
if { }
----
syntax error at program line 1, near "#line 1 "program"
if {"
====
else { }
----
syntax error at program line 1, near ";
#line 1 "program"
else"
====
elsif (1) { }
----
syntax error at program line 1, near ";
#line 1 "program"
elsif"
====
unless (1) { } elseif (2) { }
----
elseif should be elsif at program line 1.
syntax error at program line 1, near ") {"
====
sub { 
----
Missing right curly or square bracket at program line 2, at end of line
syntax error at program line 2, at EOF
====
sub foo bar { }
----
Illegal declaration of subroutine Case::foo at program line 1.
====
sub foo( { }
----
Prototype not terminated at program line 1.
====
my $x = "abc
----
Can't find string terminator '"' anywhere before EOF at program line 1.
====
my $x = 'abc
----
Can't find string terminator "'" anywhere before EOF at program line 1.
====
my $x = qw(a b c;
----
Can't find string terminator ")" anywhere before EOF at program line 1.
====
$x =~ /abc;
----
Search pattern not terminated at program line 1.
====
$x =~ s/a/b;
----
Substitution replacement not terminated at program line 1.
====
$x =~ s/a;
----
Substitution pattern not terminated at program line 1.
====
$x =~ tr/a/b;
----
Transliteration replacement not terminated at program line 1.
====
print <<EOT;
abc
----
Can't find string terminator "EOT" anywhere before EOF at program line 1.
====
print <<"E O T";
abc
----
Can't find string terminator "E O T" anywhere before EOF at program line 1.
====
use strict; $x = 1;
----
Global symbol "$x" requires explicit package name (did you forget to declare "my $x"?) at program line 1.
====
use strict; my $y = $x; our $z; $w = $z + $v;
----
Global symbol "$x" requires explicit package name (did you forget to declare "my $x"?) at program line 1.
Global symbol "$w" requires explicit package name (did you forget to declare "my $w"?) at program line 1.
Global symbol "$v" requires explicit package name (did you forget to declare "my $v"?) at program line 1.
====
use strict; @x = (1); %h = (); $x[0] = 1; $h{a} = 1; $#x = 1; @x[0,1] = 1; @h{a} = 1;
----
Global symbol "@x" requires explicit package name (did you forget to declare "my @x"?) at program line 1.
Global symbol "%h" requires explicit package name (did you forget to declare "my %h"?) at program line 1.
Global symbol "@x" requires explicit package name (did you forget to declare "my @x"?) at program line 1.
Global symbol "%h" requires explicit package name (did you forget to declare "my %h"?) at program line 1.
Global symbol "@x" requires explicit package name (did you forget to declare "my @x"?) at program line 1.
Global symbol "@x" requires explicit package name (did you forget to declare "my @x"?) at program line 1.
Global symbol "%h" requires explicit package name (did you forget to declare "my %h"?) at program line 1.
====
use strict; my $x = foo;
----
Bareword "foo" not allowed while "strict subs" in use at program line 1.
====
use strict; my %h = (a => foo, bar => 1);
----
Bareword "foo" not allowed while "strict subs" in use at program line 1.
====
5 = $x;
----
Can't modify constant item in scalar assignment at program line 1, at EOF
====
"a" = 5;
----
Can't modify constant item in scalar assignment at program line 1, at EOF
====
foo() = 5;
----
Undefined subroutine &Case::foo called at program line 1.
====
$x + 1 = 5;
----
Can't modify addition (+) in scalar assignment at program line 1, at EOF
====
($x, 5) = (1, 2);
----
Can't modify constant item in list assignment at program line 1, at EOF
====
my $x = 5 = 6;
----
Can't modify constant item in scalar assignment at program line 1, at EOF
====
1 = 2 = 3;
----
Can't modify constant item in scalar assignment at program line 1, at EOF
====
$x++ = 5;
----
Can't modify postincrement (++) in scalar assignment at program line 1, at EOF
====
++5;
----
Can't modify constant item in preincrement (++) at program line 1, at EOF
====
5++;
----
Can't modify constant item in postincrement (++) at program line 1, near "#line 1 "program"
5++"
====
-$x = 5;
----
Can't modify negation (-) in scalar assignment at program line 1, at EOF
====
[1,2] = (1,2);
----
Can't modify anonymous array ([]) in scalar assignment at program line 1, at EOF
====
{ a => 1 } = 5;
----
Can't modify anonymous hash ({}) in scalar assignment at program line 1, at EOF
====
length($x) = 5;
----
Can't modify length in scalar assignment at program line 1, at EOF
====
undef = 5;
----
Can't modify undef operator in scalar assignment at program line 1, at EOF
====
my ($a, 5) = @_;
----
Can't declare constant item in "my" at program line 1, near ") ="
====
my 5 = 3;
----
syntax error at program line 1, near "#line 1 "program"
my 5"
====
my foo = 3;
----
No such class foo at program line 1, near ";
#line 1 "program"
my foo"
syntax error at program line 1, near "#line 1 "program"
my foo ="
====
my $x[0] = 3;
----
syntax error at program line 1, near "$x["
====
my $h{a} = 3;
----
syntax error at program line 1, near "$h{a"
====
my @a[0] = 3;
----
syntax error at program line 1, near "@a["
====
my ($x $y) = @_;
----
Scalar found where operator expected at program line 1, near "$x $y"
	(Missing operator before $y?)
syntax error at program line 1, near "$x $y"
====
my $1 = 3;
----
Can't use global $1 in "my" at program line 1, near "#line 1 "program"
my $1 "
====
my $_ = 3;
----
Can't use global $_ in "my" at program line 1, near "#line 1 "program"
my $_ "
====
my @_ = 3;
----
Can't use global @_ in "my" at program line 1, near "#line 1 "program"
my @_ "
====
my $Foo::x = 3;
----
"my" variable $Foo::x can't be in a package at program line 1, near "#line 1 "program"
my $Foo::x "
====
our $Foo::x = 3;
----
No package name allowed for variable $Foo::x in "our" at program line 1, near "#line 1 "program"
our $Foo::x "
====
local my $x = 3;
----
Can't localize lexical variable $x at program line 1.
====
local 5;
----
Can't modify constant item in local at program line 1, at EOF
====
my $x; local $x = 5;
----
Can't localize lexical variable $x at program line 1.
====
my $x; $x = ;
----
syntax error at program line 1, at EOF
====
my $x = (1 + 2;
----
syntax error at program line 1, at EOF
====
my $x = 1 + 2);
----
syntax error at program line 1, near "2)"
====
my $x = [1, 2;
----
syntax error at program line 1, at EOF
Missing right curly or square bracket at program line 2, at end of line
====
my $x = 1, 2];
----
Unmatched right square bracket at program line 1, at end of line
syntax error at program line 1, near "2]"
====
}
----
Unmatched right curly bracket at program line 1, at end of line
syntax error at program line 1, near ";
#line 1 "program"
}"
====
print "a"; }
----
Unmatched right curly bracket at program line 1, at end of line
syntax error at program line 1, near "; }"
====
print "a" print "b";
----
syntax error at program line 1, near ""a" print"
====
print "a" "b";
----
String found where operator expected at program line 1, near ""a" "b""
	(Missing operator before  "b"?)
syntax error at program line 1, near ""a" "b""
====
print $x $y;
----
Can't use an undefined value as a symbol reference at program line 1.
====
print 1 2;
----
Number found where operator expected at program line 1, near "1 2"
	(Missing operator before  2?)
syntax error at program line 1, near "1 2"
====
$x $y;
----
Scalar found where operator expected at program line 1, near "#line 1 "program"
$x $y"
	(Missing operator before $y?)
syntax error at program line 1, near "#line 1 "program"
$x $y"
====
$x 5;
----
Number found where operator expected at program line 1, near "#line 1 "program"
$x 5"
	(Missing operator before 5?)
syntax error at program line 1, near "#line 1 "program"
$x 5"
====
$x "a";
----
String found where operator expected at program line 1, near "#line 1 "program"
$x "a""
	(Missing operator before "a"?)
syntax error at program line 1, near "#line 1 "program"
$x "a""
====
foo bar baz;
----
Can't locate object method "foo" via package "bar" (perhaps you forgot to load "bar"?) at program line 1.
====
foo $x $y;
----
Can't call method "foo" on an undefined value at program line 1.
====
foo 5;
----
Number found where operator expected at program line 1, near "#line 1 "program"
foo 5"
	(Missing operator before 5?)
syntax error at program line 1, near "#line 1 "program"
foo 5"
====
foo "a";
----
String found where operator expected at program line 1, near "#line 1 "program"
foo "a""
	(Missing operator before "a"?)
syntax error at program line 1, near "#line 1 "program"
foo "a""
====
foo bar;
----
Can't locate object method "foo" via package "bar" (perhaps you forgot to load "bar"?) at program line 1.
====
use strict; foo bar;
----
Can't locate object method "foo" via package "bar" (perhaps you forgot to load "bar"?) at program line 1.
====
use strict; foo;
----
Bareword "foo" not allowed while "strict subs" in use at program line 1.
====
use strict; foo $x;
----
Global symbol "$x" requires explicit package name (did you forget to declare "my $x"?) at program line 1.
====
use strict; Foo::bar;
----
Bareword "Foo::bar" not allowed while "strict subs" in use at program line 1.
====
prin "hello";
----
String found where operator expected at program line 1, near "#line 1 "program"
prin "hello""
	(Missing operator before "hello"?)
syntax error at program line 1, near "#line 1 "program"
prin "hello""
====
prnt "hello\n";
----
String found where operator expected at program line 1, near "#line 1 "program"
prnt "hello\n""
	(Missing operator before "hello\n"?)
syntax error at program line 1, near "#line 1 "program"
prnt "hello\n""
====
pritn("a");
----
Undefined subroutine &Case::pritn called at program line 1.
====
my $x = 10 if $y else 5;
----
syntax error at program line 1, near "$y else"
====
if ($x) print 1;
----
syntax error at program line 1, near ") print"
====
if $x { print 1 }
----
syntax error at program line 1, near "#line 1 "program"
if $x "
====
for $i (1..3) print $i;
----
syntax error at program line 1, near ") print"
====
foreach my i (1..3) { }
----
Missing $ on loop variable at program line 1.
====
foreach i (1..3) { }
----
Missing $ on loop variable at program line 1.
====
for (my $i = 0; $i < 3) { }
----
syntax error at program line 1, near "3) "
====
for (;;;) { }
----
syntax error at program line 1, at EOF
====
while ($x < 3 { }
----
syntax error at program line 1, near "3 { "
====
do { } while;
----
syntax error at program line 1, at EOF
====
goto;
----
goto must have label at program line 1.
====
use;
----
syntax error at program line 1, at EOF
====
use strict 'foo';
----
Unknown 'strict' tag(s) 'foo' at program line 1.
BEGIN failed--compilation aborted at program line 1.
====
use warnings 'foo';
----
Unknown warnings category 'foo' at program line 1.
BEGIN failed--compilation aborted at program line 1.
====
do { 1;
----
Missing right curly or square bracket at program line 2, at end of line
syntax error at program line 2, at EOF
====
eval { 1;
----
Missing right curly or square bracket at program line 2, at end of line
syntax error at program line 2, at EOF
====
my $x = sub { 1;
----
Missing right curly or square bracket at program line 2, at end of line
syntax error at program line 2, at EOF
====
my $x = sub foo { 1 };
----
syntax error at program line 1, near "= sub foo "
====
@x = map { $_ => 1 @y;
----
Array found where operator expected at program line 1, near "1 @y"
	(Missing operator before  @y?)
syntax error at program line 1, near "1 @y"
Missing right curly or square bracket at program line 2, at end of line
====
@x = map $_ + 1 @y;
----
Array found where operator expected at program line 1, near "1 @y"
	(Missing operator before  @y?)
syntax error at program line 1, near "1 @y"
====
@x = sort { $a <=> $b @y;
----
Array found where operator expected at program line 1, near "$b @y"
	(Missing operator before @y?)
syntax error at program line 1, near "$b @y"
Missing right curly or square bracket at program line 2, at end of line
====
@x = grep { $_ } , @y;
----
syntax error at program line 1, near "} ,"
====
push $x, 1;
----
Experimental push on scalar is now forbidden at program line 1, at EOF
====
push @$x 1;
----
Number found where operator expected at program line 1, near "$x 1"
	(Missing operator before 1?)
syntax error at program line 1, near "$x 1"
====
my $r = \;
----
syntax error at program line 1, at EOF
====
$x->;
----
syntax error at program line 1, at EOF
====
$x->[;
----
syntax error at program line 1, at EOF
Missing right curly or square bracket at program line 2, at end of line
====
$x->{a;
----
syntax error at program line 2, at EOF
Missing right curly or square bracket at program line 2, at end of line
====
$x->foo(;
----
syntax error at program line 1, at EOF
====
$x->foo bar;
----
Bareword found where operator expected at program line 1, near "->foo bar"
	(Missing operator before bar?)
syntax error at program line 1, near "->foo bar"
====
$x.foo();
----
Undefined subroutine &Case::foo called at program line 1.
====
use strict; my $x; $x.foo();
----
Undefined subroutine &Case::foo called at program line 1.
====
$h{a b} = 1;
----
Can't locate object method "a" via package "b" (perhaps you forgot to load "b"?) at program line 1.
====
$h{a}{b = 1;
----
Can't modify constant item in scalar assignment at program line 1, at EOF
syntax error at program line 2, at EOF
Missing right curly or square bracket at program line 2, at end of line
====
$a[1 = 1;
----
Can't modify constant item in scalar assignment at program line 1, at EOF
syntax error at program line 1, at EOF
Missing right curly or square bracket at program line 2, at end of line
====
$a[] = 1;
----
syntax error at program line 1, near "[]"
====
$h{} = 1;
----
syntax error at program line 1, at EOF
====
@h{} = 1;
----
syntax error at program line 1, at EOF
====
$x = $y ? 1;
----
syntax error at program line 1, at EOF
====
$x = $y ? 1 : ;
----
syntax error at program line 1, at EOF
====
$x = ? 1 : 2;
----
syntax error at program line 1, near "= ?"
====
$x = $y == ;
----
syntax error at program line 1, at EOF
====
$x == == $y;
----
syntax error at program line 1, near "== =="
====
$x = 1 ** ** 2;
----
Number found where operator expected at program line 1, near "** 2"
	(Missing operator before  2?)
syntax error at program line 1, near "** 2"
====
$x = == 1;
----
syntax error at program line 1, near "= =="
====
if ($x = = 1) { }
----
syntax error at program line 1, near "= ="
====
, 1;
----
syntax error at program line 1, near ";
#line 1 "program"
,"
====
=> 1;
----
syntax error at program line 1, near ";
#line 1 "program"
=>"
====
@x = (,1);
----
syntax error at program line 1, near "(,"
====
&& 1;
----
syntax error at program line 1, near ";
#line 1 "program"
&&"
====
1 && ;
----
syntax error at program line 1, at EOF
====
! ;
----
syntax error at program line 1, at EOF
====
not;
----
syntax error at program line 1, at EOF
====
1 or ;
----
syntax error at program line 1, at EOF
====
or 1;
----
syntax error at program line 1, near ";
#line 1 "program"
or"
====
and;
----
syntax error at program line 1, near ";
#line 1 "program"
and"
====
print STDOUT, "x";
----
No comma allowed after filehandle at program line 1.
====
print STDOUT "x" "y";
----
String found where operator expected at program line 1, near ""x" "y""
	(Missing operator before  "y"?)
syntax error at program line 1, near ""x" "y""
====
print {STDOUT} , "x";
----
syntax error at program line 1, near "} ,"
====
printf STDERR, "x";
----
No comma allowed after filehandle at program line 1.
====
say "x";
----
String found where operator expected at program line 1, near "#line 1 "program"
say "x""
	(Missing operator before "x"?)
syntax error at program line 1, near "#line 1 "program"
say "x""
====
use strict; say "x";
----
String found where operator expected at program line 1, near "say "x""
	(Do you need to predeclare say?)
syntax error at program line 1, near "say "x""
====
open(FH, "<x";
----
syntax error at program line 1, at EOF
====
open FH "<x";
----
Missing comma after first argument to open function at program line 1, at EOF
====
close FH FOO;
----
Can't locate object method "FH" via package "FOO" (perhaps you forgot to load "FOO"?) at program line 1.
====
while (<FH) { }
----
Unterminated <> operator at program line 1.
====
while (<$fh) { }
----
Unterminated <> operator at program line 1.
====
$x = <FH;
----
Unterminated <> operator at program line 1.
====
$x = 08;
----
Illegal octal digit '8' at program line 1, at end of line
====
$x = 0b12;
----
Illegal binary digit '2' at program line 1, at end of line
====
$x = 0xg;
----
Bareword found where operator expected at program line 1, near "0xg"
	(Missing operator before g?)
No digits found for hexadecimal literal at program line 1, near "= 0xg"
syntax error at program line 1, near "0xg"
====
$x = 1 2;
----
Number found where operator expected at program line 1, near "1 2"
	(Missing operator before  2?)
syntax error at program line 1, near "1 2"
====
$x = 1a;
----
Bareword found where operator expected at program line 1, near "1a"
	(Missing operator before a?)
syntax error at program line 1, near "1a"
====
$x = 0x;
----
No digits found for hexadecimal literal at program line 1, near "= 0x;"
====
$x = 1e;
----
Bareword found where operator expected at program line 1, near "1e"
	(Missing operator before e?)
syntax error at program line 1, near "1e"
====
$1a = 5;
----
Bareword found where operator expected at program line 1, near "#line 1 "program"
$1a"
	(Missing operator before a?)
syntax error at program line 1, near "#line 1 "program"
$1a "
====
$x = "$";
----
Final $ should be \$ or $name at program line 1, within string
syntax error at program line 1, near "= "$""
====
use strict; my $x = "a@b.c";
----
Global symbol "@b" requires explicit package name (did you forget to declare "my @b"?) at program line 1.
====
$x = "$x[";
----
Missing right curly or square bracket at program line 1, within string
syntax error at program line 1, at EOF
====
$x = "$x{";
----
Missing right curly or square bracket at program line 1, within string
syntax error at program line 1, at EOF
====
$x = "$x->[";
----
Missing right curly or square bracket at program line 1, within string
syntax error at program line 1, at EOF
====
$x = "${";
----
Missing right curly or square bracket at program line 1, within string
syntax error at program line 1, at EOF
====
$x = "${x";
----
Missing right curly or square bracket at program line 1, within string
syntax error at program line 1, at EOF
====
$x = "@{[ 1 ";
----
Missing right curly or square bracket at program line 1, within string
syntax error at program line 1, at EOF
====
$x = "@{[ 1 + ]}";
----
syntax error at program line 1, near "+ ]"
Execution of program aborted due to compilation errors.
====
$x = "\x{";
----
Missing right brace on \x{} at program line 1, within string
====
$x = "\N{";
----
Missing right brace on \N{} at program line 1, within string
Execution of program aborted due to compilation errors.
====
$x = "\N{NOSUCH NAME}";
----
Unknown charname 'NOSUCH NAME' at program line 1, within string
====
$x =~ /(/;
----
Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE / at program line 1.
====
$x =~ /)/;
----
Unmatched ) in regex; marked by <-- HERE in m/) <-- HERE / at program line 1.
====
$x =~ /[/;
----
Unmatched [ in regex; marked by <-- HERE in m/[ <-- HERE / at program line 1.
====
$x =~ /*/;
----
Quantifier follows nothing in regex; marked by <-- HERE in m/* <-- HERE / at program line 1.
====
$x =~ /a**/;
----
Nested quantifiers in regex; marked by <-- HERE in m/a** <-- HERE / at program line 1.
====
$x =~ /(?<n/;
----
Sequence (?<... not terminated in regex; marked by <-- HERE in m/(?<n <-- HERE / at program line 1.
====
$x =~ /(?z)/;
----
Sequence (?z...) not recognized in regex; marked by <-- HERE in m/(?z <-- HERE )/ at program line 1.
====
$x =~ /\p{Nosuch}/;
----
Can't find Unicode property definition "Nosuch" in regex; marked by <-- HERE in m/\p{Nosuch} <-- HERE / at program line 1.
====
$x =~ /[z-a]/;
----
Invalid [] range "z-a" in regex; marked by <-- HERE in m/[z-a <-- HERE ]/ at program line 1.
====
$x =~ /[[:nosuch:]]/;
----
POSIX class [:nosuch:] unknown in regex; marked by <-- HERE in m/[[:nosuch:] <-- HERE ]/ at program line 1.
====
$x =~ /\1/;
----
Reference to nonexistent group in regex; marked by <-- HERE in m/\1 <-- HERE / at program line 1.
====
$x =~ /(a)\2/;
----
Reference to nonexistent group in regex; marked by <-- HERE in m/(a)\2 <-- HERE / at program line 1.
====
$x =~ /\g{2}/;
----
Reference to nonexistent group in regex; marked by <-- HERE in m/\g{2} <-- HERE / at program line 1.
====
$x =~ /\k<n>/;
----
Reference to nonexistent named group in regex; marked by <-- HERE in m/\k<n <-- HERE >/ at program line 1.
====
$x =~ m/a/q;
----
Unknown regexp modifier "/q" at program line 1, near "=~ "
====
$x =~ s/a/b/q;
----
Unknown regexp modifier "/q" at program line 1, near "=~ "
====
$x =~ tr/z-a//;
----
Invalid range "z-a" in transliteration operator at program line 1.
====
tr/a/b/ = 5;
----
Can't modify transliteration (tr///) in scalar assignment at program line 1, at EOF
====
5 =~ s/a/b/;
----
Can't modify constant item in substitution (s///) at program line 1, at EOF
====
"a" =~ tr/a/b/;
----
Can't modify constant item in transliteration (tr///) at program line 1, at EOF
====
$x =~ s/a/b+/e;
----
syntax error at program line 1, at EOF
====
$x =~ s/a/(/e;
----
syntax error at program line 1, at EOF
====
package;
----
syntax error at program line 1, at EOF
====
package 5;
----
syntax error at program line 1, at EOF
====
package Foo bar;
----
Invalid version format (non-numeric data) at program line 1, near ";
#line 1 "program"
package Foo "
====
package Foo { 1;
----
Missing right curly or square bracket at program line 2, at end of line
syntax error at program line 2, at EOF
====
sub foo($$ { }
----
Prototype not terminated at program line 1.
====
sub foo($$) { } foo(1); foo(1,2,3);
----
Not enough arguments for Case::foo at program line 1, near "1)"
Too many arguments for Case::foo at program line 1, near "3)"
====
sub foo(\@) { } foo(1); foo($x); foo(@x); foo(%h);
----
Type of arg 1 to Case::foo must be array (not constant item) at program line 1, near "1)"
Type of arg 1 to Case::foo must be array (not scalar dereference) at program line 1, near "$x)"
Type of arg 1 to Case::foo must be array (not hash dereference) at program line 1, near "%h)"
====
sub foo(&) { } foo(1); foo({}); foo(sub { 1 }); foo { 1 };
----
Type of arg 1 to Case::foo must be block or sub {} (not constant item) at program line 1, near "1)"
Type of arg 1 to Case::foo must be block or sub {} (not anonymous hash ({})) at program line 1, near "})"
Type of arg 1 to Case::foo must be block or sub {} (not reference constructor) at program line 1, near "})"
Type of arg 1 to Case::foo must be block or sub {} (not reference constructor) at program line 1, at EOF
====
sub foo() { 1 } foo(1);
----
Too many arguments for Case::foo at program line 1, near "1)"
====
sub foo($;$) { } foo(); foo(1,2,3);
----
Not enough arguments for Case::foo at program line 1, near "()"
Too many arguments for Case::foo at program line 1, near "3)"
====
sub foo(\%) { } foo(@x);
----
Type of arg 1 to Case::foo must be hash (not array dereference) at program line 1, near "@x)"
====
sub foo(\[$@]) { } foo(%h);
----
Type of arg 1 to Case::foo must be one of [$@] (not hash dereference) at program line 1, near "%h)"
====
use feature 'signatures'; sub foo($x, @y, $z) { }
----
Slurpy parameter not last at program line 1, near "$z) "
====
use feature 'signatures'; sub foo($x = , $y) { }
----
Optional parameter lacks default expression at program line 1, near "= ,"
Mandatory parameter follows optional parameter at program line 1, near "$y) "
====
use feature 'signatures'; sub foo(x) { }
----
A signature parameter must start with '$', '@' or '%' at program line 1, near "(x"
syntax error at program line 1, near "(x"
====
BEGIN { die "x\n" }
----
x
BEGIN failed--compilation aborted at program line 1.
====
BEGIN { die "x" }
----
x at program line 1.
BEGIN failed--compilation aborted at program line 1.
====
BEGIN { foo() }
----
Undefined subroutine &Case::foo called at program line 1.
BEGIN failed--compilation aborted at program line 1.
====
BEGIN { $x = ; }
----
syntax error at program line 1, at EOF
BEGIN not safe after errors--compilation aborted at program line 1.
====
use strict; $x = 1; BEGIN { my $y = 1 }
----
Global symbol "$x" requires explicit package name (did you forget to declare "my $x"?) at program line 1.
BEGIN not safe after errors--compilation aborted at program line 1.
====
use strict; $x = 1; use POSIX;
----
Global symbol "$x" requires explicit package name (did you forget to declare "my $x"?) at program line 1.
BEGIN not safe after errors--compilation aborted at program line 1.
====
$x = 1;

=head1

=cut

$y = ;
----
syntax error at program line 7, at EOF
====
# line 100 "foo.pl"
$y = ;
----
syntax error at foo.pl line 100, at EOF
====
$x = ;
__END__
----
syntax error at program line 1, at EOF
====
@ARGV = ;
----
syntax error at program line 1, at EOF
====
delete $x;
----
delete argument is not a HASH or ARRAY element or slice at program line 1.
====
exists $x;
----
exists argument is not a HASH or ARRAY element or a subroutine at program line 1.
====
delete foo();
----
delete argument is not a HASH or ARRAY element or slice at program line 1.
====
defined @x;
----
Can't use 'defined(@array)' (Maybe you should just omit the defined()?) at program line 1.
====
defined %h;
----
Can't use 'defined(%hash)' (Maybe you should just omit the defined()?) at program line 1.
====
my @x; if (defined @x) { }
----
Can't use 'defined(@array)' (Maybe you should just omit the defined()?) at program line 1.
====
keys $x;
----
Experimental keys on scalar is now forbidden at program line 1.
Type of arg 1 to keys must be hash or array (not scalar dereference) at program line 1, at EOF
====
each $x;
----
Experimental each on scalar is now forbidden at program line 1.
Type of arg 1 to each must be hash or array (not scalar dereference) at program line 1, at EOF
====
shift $x;
----
Experimental shift on scalar is now forbidden at program line 1, at EOF
====
@x->[0];
----
Can't use an array as a reference at program line 1.
====
%h->{a};
----
Can't use a hash as a reference at program line 1.
====
use strict; my @a = (1); @a->[0] = 1;
----
Can't use an array as a reference at program line 1.
====
use 5.036; foo bar;
----
Bareword found where operator expected at program line 1, near "foo bar"
	(Do you need to predeclare foo?)
syntax error at program line 1, near "foo bar"
====
my $x = <<A . <<B;
a
A
b
----
Can't find string terminator "B" anywhere before EOF at program line 1.
====
my %h = (a => 1, b => 2, c => { d => 3, );
----
syntax error at program line 1, near ", )"
Missing right curly or square bracket at program line 2, at end of line
====
my $s = join(", ", map { "$_=$h{$_}" } sort keys %h;
----
syntax error at program line 1, at EOF
====
print "Enter: ; my $x = <STDIN>; print "You: $x";
----
Bareword found where operator expected at program line 1, near ""Enter: ; my $x = <STDIN>; print "You"
	(Missing operator before You?)
String found where operator expected at program line 1, at end of line
	(Missing semicolon on previous line?)
Can't find string terminator '"' anywhere before EOF at program line 1.
====
sub add { my ($a, $b) = @_; return $a + $b }
print add(1, 2;
----
syntax error at program line 2, at EOF
====
my $str = 'It's a test';
----
Substitution pattern not terminated at program line 1.
====
print 'don't';
----
Bareword found where operator expected at program line 1, near "'don't"
	(Missing operator before t?)
Bad name after t' at program line 1.
====
my @list = (1 2 3);
----
Number found where operator expected at program line 1, near "1 2"
	(Missing operator before  2?)
Number found where operator expected at program line 1, near "2 3"
	(Missing operator before  3?)
syntax error at program line 1, near "1 2"
====
my $x = 5; if ($x > 3) { print "yes" ; else { print "no" }
----
syntax error at program line 1, near "; else"
Missing right curly or square bracket at program line 2, at end of line
====
my $x = 5; if ($x > 3) { print "yes"; } else if ($x < 2) { print "no" }
----
syntax error at program line 1, near "else if"
====
my $x = 5; print "a" if ($x > 3;
----
syntax error at program line 1, at EOF
====
use strict; my $name = "x"; print "Hello $nmae\n";
----
Global symbol "$nmae" requires explicit package name (did you forget to declare "my $nmae"?) at program line 1.
====
use strict; for my $i (1..3) { my $t += $i; } print $t;
----
Global symbol "$t" requires explicit package name (did you forget to declare "my $t"?) at program line 1.
====
use strict; sub f { my $x = shift; return $y; } f(1);
----
Global symbol "$y" requires explicit package name (did you forget to declare "my $y"?) at program line 1.
====
use strict; my @arr = (1,2); print $arr; print $array[0];
----
Global symbol "$arr" requires explicit package name (did you forget to declare "my $arr"?) at program line 1.
Global symbol "@array" requires explicit package name (did you forget to declare "my @array"?) at program line 1.
====
use strict; use warnings; my $x = 1; my $x = 2;
----
"my" variable $x masks earlier declaration in same scope at program line 1.
====
try { 1 } catch { 2 }
----
Can't locate object method "catch" via package "2" (perhaps you forgot to load "2"?) at program line 1.
====
my $x = new Foo(1,2;
----
syntax error at program line 1, at EOF
====
my $x = Foo->new(1,2;
----
syntax error at program line 1, at EOF
====
Foo::->bar baz;
----
Bareword found where operator expected at program line 1, near "->bar baz"
	(Missing operator before baz?)
syntax error at program line 1, near "->bar baz"
====
my $x = {1,2,3}};
----
Unmatched right curly bracket at program line 1, at end of line
syntax error at program line 1, near "}}"
====
@{$x}{qw(a b)} = ;
----
syntax error at program line 1, at EOF
====
my $x = 1; ¬ $y;
----
Unrecognized character \xC2; marked by <-- HERE after y $x = 1; <-- HERE near column 47 at program line 1.
====
my $x = “abc”;
----
Unrecognized character \xE2; marked by <-- HERE after "
my $x = <-- HERE near column 44 at program line 1.
====
my $x = 1;
do name($x);
----
syntax error at program line 2, near "do name("
====
my @x; @x ||= 1;
----
Can't modify private array in logical or assignment (||=) at program line 1, at EOF
====
my @x; (@x, "a") x= 2;
----
Can't modify constant item in repeat (x) at program line 1, at EOF
====
my @x; @x x= 3;
----
Can't modify private array in repeat (x) at program line 1, at EOF
====
my $x; ($x, "a") .= "x";
----
Can't modify constant item in concatenation (.) or string at program line 1, at EOF
====
my %x; %x += 1;
----
Can't modify private hash in addition (+) at program line 1, at EOF
====
my ($p, $q); ($p, (undef) x 2, $q) = 1 .. 10; ("const", $p) ||= 1; local (undef, our $r) = (1, 2); 1;
----
====
my ($p, $q); ($p, (1) x 2) = 1;
----
Can't modify constant item in list assignment at program line 1, at EOF
====
(1, $x) ||= 1; ($x, 1) ||= 1;
----
Can't modify constant item in logical or assignment (||=) at program line 1, at EOF
====
(@x) &&= 1;
----
Can't modify array dereference in logical and assignment (&&=) at program line 1, at EOF
====
my @x ||= 1;
----
Can't modify private array in logical or assignment (||=) at program line 1, at EOF
====
local @x .= 1;
----
Can't modify array dereference in concatenation (.) or string at program line 1, at EOF
====
@x++;
----
Can't modify array dereference in postincrement (++) at program line 1, near "#line 1 "program"
@x++"
====
@x =~ s/a/b/;
----
Can't modify array dereference in substitution (s///) at program line 1, at EOF
====
(1, $x)++;
----
Too many arguments for postincrement (++) at program line 1, near ")++"
====
($x ? @y : $z) = 1;
----
Assignment to both a list and a scalar at program line 1, at EOF
====
($x ? 1 : $z) //= 1;
----
Can't modify constant item in defined or assignment (//=) at program line 1, at EOF
====
shift ||= 1;
----
Can't modify shift in logical or assignment (||=) at program line 1, at EOF
====
\$x .= 1;
----
Can't modify single ref constructor in concatenation (.) or string at program line 1, at EOF
====
# line 7 "first"
$x = ;
# line 3
$x = 1 1;
----
Number found where operator expected at first line 3, near "1 1"
	(Missing operator before  1?)
syntax error at first line 7, at EOF
syntax error at first line 3, near "1 1"
