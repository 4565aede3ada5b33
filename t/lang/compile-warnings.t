# What perl warns of while it compiles a sub with `use warnings`, and what it refuses: after `----` as perl says it.
sub compile { return eval "package Case$_[0]; use strict; use warnings;\n#line 1 \"program\"\nmy \$code = sub { $_[1] }; 1" }

use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use MessageCases;

check_messages(\*DATA, \&compile);

__DATA__
my @a = (1,2); my $y = "@a[0]"; 
----
Scalar value @a[0] better written as $a[0] at program line 1.
====
my @a = (1); my $y = @a[0];
----
Scalar value @a[0] better written as $a[0] at program line 1.
====
my %h; my $y = @h{a};
----
Scalar value @h{"a"} better written as $h{"a"} at program line 1.
====
my %h; my $y = @h{"a"};
----
Scalar value @h{"a"} better written as $h{"a"} at program line 1.
====
my $x = 1; -$x; 1;
----
Useless use of negation (-) in void context at program line 1.
====
my ($x, $y) = (1, 2); $x . $y; 1;
----
Useless use of concatenation (.) or string in void context at program line 1.
====
my $x = 1; \$x; 1;
----
Useless use of single ref constructor in void context at program line 1.
====
my @a = (1,2); $a[0]; 1;
----
Useless use of array element in void context at program line 1.
====
my %h = (a => 1); $h{a}; 1;
----
Useless use of hash element in void context at program line 1.
====
my @a = sort (1,2); sort @a; 1;
----
Useless use of sort in void context at program line 1.
====
my @a = (1,2); reverse @a; 1;
----
Useless use of reverse in void context at program line 1.
====
my $x = "a"; lc $x; length $x; 1;
----
Useless use of lc in void context at program line 1.
Useless use of length in void context at program line 1.
====
my $x = "a"; defined $x; ref $x; 1;
----
Useless use of defined operator in void context at program line 1.
Useless use of reference-type operator in void context at program line 1.
====
my $x = sub { 1 }; sub { 2 }; 1;
----
Useless use of single ref constructor in void context at program line 1.
====
[1]; {;} 1;
----
Useless use of anonymous array ([]) in void context at program line 1.
====
wantarray; 1;
----
Useless use of wantarray in void context at program line 1.
====
my $x = "a"; if ($x = "b") { }
----
Found = in conditional, should be == at program line 1.
====
my $x; if ($x = 5) { }
----
Found = in conditional, should be == at program line 1.
====
while (my $x = 0) { }
----
Found = in conditional, should be == at program line 1.
====
my $x = 1; my $x = 2;
----
"my" variable $x masks earlier declaration in same scope at program line 1.
====
my ($x, $x);
----
"my" variable $x masks earlier declaration in same statement at program line 1.
====
our $q; our $q; 
----
"our" variable $q redeclared at program line 1.
====
sub foo { 1 } sub foo { 2 }
----
Subroutine foo redefined at program line 1.
====
foo2(1); sub foo2($) { }
----
Case::foo2() called too early to check prototype at program line 1.
====
my @a = qw(a,b c);
----
Possible attempt to separate words with commas at program line 1.
====
my @a = qw(a #b);
----
Possible attempt to put comments in qw() list at program line 1.
====
my @a = (1); @a =~ /1/;
----
Applying pattern match (m//) to @a will act on scalar(@a) at program line 1.
====
my %h; %h =~ /1/;
----
Applying pattern match (m//) to %h will act on scalar(%h) at program line 1.
====
my $x = 1; $x =- 1;
----
Reversed -= operator at program line 1.
====
my $x = 1; $x =+ 1;
----
Reversed += operator at program line 1.
====
my $x = "x"; unless ($x = 1) { }
----
Found = in conditional, should be == at program line 1.
====
binmode NOSUCH; eof NOSUCH; tell NOSUCH; seek NOSUCH, 0, 0; fileno NOSUCH;
----
Useless use of eof in void context at program line 1.
Useless use of tell in void context at program line 1.
====
my $r = []; my $y = $r . ""; $r == 5; $r eq 5;
----
Useless use of numeric eq (==) in void context at program line 1.
====
my @a = (3,1); my @b = sort { $a <=> $c } @a;
----
Global symbol "$c" requires explicit package name (did you forget to declare "my $c"?) at program line 1.
====
my $x = "abc" =~ /(/;
----
Unmatched ( in regex; marked by <-- HERE in m/( <-- HERE / at program line 1.
====
my $x = "a" =~ /\8/;
----
Reference to nonexistent group in regex; marked by <-- HERE in m/\8 <-- HERE / at program line 1.
====
my $x = "a" =~ /a{3,1}/;
----
Quantifier {n,m} with n > m can't match in regex; marked by <-- HERE in m/a{3,1} <-- HERE / at program line 1.
====
my $x = "a" =~ /\y/;
----
Unrecognized escape \y passed through in regex; marked by <-- HERE in m/\y <-- HERE / at program line 1.
====
my $x = "\q"; 
----
Unrecognized escape \q passed through at program line 1.
====
my $x = 0x1_; $x = 1_; $x = 1__0; $x = 1._5;
----
Misplaced _ in number at program line 1.
Misplaced _ in number at program line 1.
Misplaced _ in number at program line 1.
Misplaced _ in number at program line 1.
====
local $_ = 1; my $y = time - 5; my $z = shift + 1;
----
Warning: Use of "shift" without parentheses is ambiguous at program line 1.
Type of arg 1 to shift must be array (not constant item) at program line 1, at EOF
====
my $x = "abc"; my $y = $x =~ tr/a-c//; $x =~ tr/a/b/r; $y = ($x =~ s/a/b/r); 1;
----
Useless use of non-destructive transliteration (tr///r) in void context at program line 1.
