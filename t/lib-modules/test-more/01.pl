use Test::More tests => 29; use warnings;
ok 1; ok 0; ok 1,'name'; ok 0,'na#me'; ok 0, "two\nlines"; ok 1,"two\nlines"; ok 0,'back\\'; ok 1,'back\\';
is 1,2,'is'; is undef,1; is 1,undef,'x'; is undef,undef; isnt 1,1,'isnt'; isnt undef,undef;
like 'abc',qr/x/i,'like'; unlike 'abc','/b/','unl'; like 'abc','abc','notre'; like undef,qr/a/;
cmp_ok 1,'<',0,'lt'; cmp_ok 'abc','==',1,'num'; cmp_ok undef,'==',0; cmp_ok 1,'&&',0,'and'; cmp_ok 1,'!=',1;
cmp_ok 5,'==',5.0; cmp_ok '1.0','eq','1'; pass; fail 'f'; ok 1, '42'; $! = 2; ok($!+0==2, "errno"); diag "x\ny\n"; note "n",undef; diag '';
ok 1,'extra';
