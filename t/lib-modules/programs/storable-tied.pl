# Tied variables keep their tie in frozen images and clones.
use strict; no strict "vars";
use Storable qw(freeze nfreeze thaw dclone); $Storable::canonical=1;
package TH; sub TIEHASH { my $c=shift; bless {@_}, $c } sub FETCH { "<$_[0]{$_[1]}>" } sub STORE { $_[0]{$_[1]}=$_[2] } sub FIRSTKEY { my @k = sort keys %{$_[0]}; $k[0] } sub NEXTKEY { my @k=sort keys %{$_[0]}; for (0..$#k) { return $k[$_+1] if $k[$_] eq $_[1] } }
package TA; sub TIEARRAY { bless [1,2] } sub FETCH { "a$_[0][$_[1]]" } sub FETCHSIZE { scalar @{$_[0]} }
package TS; sub TIESCALAR { bless \(my $x=5) } sub FETCH { "s${$_[0]}" } sub STORE { ${$_[0]}=$_[1] }
package main;
tie my %h,'TH', a=>1; tie my @a,'TA'; tie my $s,'TS'; my $d={h=>\%h,a=>\@a,s=>\$s,again=>\%h, b=>bless(\%h,'Bl')};
for my $f (freeze($d), nfreeze($d)) { print unpack('H*',$f),"\n"; my $t=thaw $f; print join(',', ref tied(%{$t->{h}}), ref tied @{$t->{a}}, ref tied ${$t->{s}}, %{$t->{h}}, "@{$t->{a}}", ${$t->{s}}, $t->{h}==$t->{again}, ref $t->{b}),"\n"; $t->{h}{q}=3; print $t->{h}{q},"\n" }
my $t=dclone $d; print join(',', ref tied(%{$t->{h}}), ref tied @{$t->{a}}, ref tied ${$t->{s}}, %{$t->{h}}, "@{$t->{a}}", ${$t->{s}}, $t->{h}==$t->{again}, ref $t->{b}),"\n"; $t->{h}{q}=3; print $t->{h}{q}, $h{q},"\n";
print freeze(dclone($d)) eq freeze($d) ? "same\n" : "differ\n";
