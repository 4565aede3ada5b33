package P; use Exporter 'import'; our @EXPORT=qw(d1 $v1); our @EXPORT_OK=qw(o1 o2 &o3 @arr %hh *gl); our %EXPORT_TAGS=(t=>[qw(o1 o2)]); our $VERSION='1.5'; our $v1=3; our @arr=(1,2);
sub d1 {"d1"} sub o1{"o1"} sub o2{"o2"} sub o3{"o3"}
BEGIN{ @EXPORT=qw(d1 $v1); @EXPORT_OK=qw(o1 o2 &o3 @arr %hh *gl); %EXPORT_TAGS=(t=>[qw(o1 o2)]);$VERSION='1.5'; $INC{'P.pm'}=1;}
package Q; use Carp qw(croak carp confess cluck shortmess longmess);
sub new {bless{},shift} sub die1 { croak "bad thing" } sub w { carp "w1 ", "w2" } sub c { confess "conf" } sub cl {cluck "cl"} sub sm { shortmess("SM") } sub lm {longmess("LM")}
sub inner { croak "inner" } sub outer { inner(@_) }
package R; our @ISA=('Q'); sub call { my $s=shift; $s->die1(@_) } 
sub thru { Q::outer(@_) }
package S; our @CARP_NOT=('Q'); sub thru { Q::outer(@_) }
package main;
$SIG{__WARN__}=sub{print "W: $_[0]"};
sub try_(&){ my $c=shift; my @r=eval{$c->()}; print $@ ? "E: $@" : "ok @r\n" }
for my $l (['o1'],['nope'],[':bad'],['!d1'],['/^o/'],['1.2'],['9.9'],['1.2',''],['&o3','@arr','%hh','*gl'],[':DEFAULT','!$v1'],[]) {
 print "-- @$l\n"; try_ { eval "package T".++$n.";\nsub x{P->import(\@_)} x(\@\$l); 1" or die \$@ ? $@ : 1; join ',', sort grep !/^(x|BEGIN)$/, keys %{"T$n\::"} };
}
try_ { Q->new->die1(1,"a\n\$b",undef,[1],qr/x"y/i,1.5,"1e5","x"x100) };
try_ { R::call('R',1) }; try_ { R::thru(5) }; try_ { S::thru(5) };
try_ { Q::c(1..12) }; try_ { Q::cl("\x{263a}",'@a') }; try_ { Q::w(1) }; try_ { Q::sm(1) }; try_{ Q::lm(1) };
sub f { Q::c(@_) } sub g { eval { f(@_); 1 } or die $@ }
try_ { g("it's",\"x") }; try_ { eval "f(3); 1" or die $@ }; try_ { eval q{ Q::c('a') } ; die $@};
{ local $Carp::CarpLevel=1; try_ { f(1) }; try_ {R::thru(5)}; }
{ local $Carp::Verbose=1; try_ {R::thru(5)}; }
try_ { Q::c({}=>bless[],'Foo') if 0; croak({a=>1}) if 0; Carp::croak("main") };
try_ { Carp::confess("x") }; sub main2 { Carp::croak("m2") } try_{main2(2)};
open F,"<",$0; <F>; try_ { Q::die1(2) }; try_ { Q::c(2) };
print Carp::longmess("a"), Carp::shortmess("b"),"\n";
eval { package Q; main::cc() }; sub cc { Carp::croak("in cc") } print $@;
BEGIN { eval "use Carp 'bogus'"; print $@ =~ s/0x[0-9a-f]+//gr; eval q{use Carp 'verbose'; 1} or print $@; $Carp::Verbose=0; eval q{package ZZ; use P ':nope'; 1} or print $@}
