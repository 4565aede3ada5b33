use Test::More; { package Ov; use overload '""'=>sub{"ov".$_[0]{v}}, '=='=>sub{$_[0]{v}==(ref $_[1]?$_[1]{v}:$_[1])}, '0+'=>sub{$_[0]{v}}, 'fallback'=>1; } my $o=bless{v=>3},'Ov'; is $o,'ov3'; is $o,'ov4','no'; cmp_ok $o,'==',3; cmp_ok $o,'==',4; is_deeply $o,'ov3'; is_deeply [$o],['ov5']; ok 1,$o; like $o,qr/ov/; isnt $o,'ov3'; ok $o; is "$!", $!; $!=2; is $!+0,2; is $!,2;
done_testing(5);
