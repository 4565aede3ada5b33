use Test::More; 
subtest one => sub { plan tests=>2; ok 1; ok 0,'bad'; }; subtest two => sub { ok 1; subtest inner => sub { is 1,2; done_testing }; done_testing }; 
subtest three => sub { plan skip_all=>'no way'; ok 0 }; subtest four => sub { }; subtest five => sub { plan tests=>3; ok 1 }; subtest six => sub { ok 1; diag "d\ne"; note "n" };
subtest args => sub { is_deeply \@_,[1,2] }, 1,2; 
TODO: { local $TODO='later'; ok 0,'td'; is 1,2; subtest seven => sub { ok 0,'in'; done_testing }; ok 1,'passes'; diag "tdiag"; }
SKIP: { skip 'why', 2; ok 1; } SKIP: { skip 'w#y'; } TODO: { todo_skip 'ts', 1; } SKIP: {skip "a\nb",1}
SKIP: { local $TODO='t'; skip 'both',1 }
sub helper { local $Test::Builder::Level=$Test::Builder::Level+1; ok 0,'helped' } 
helper(); sub helper2 { ok 0,'unhelped' }
helper2();
eval { subtest dies => sub { ok 1; die "oops\n" } }; print "err: $@"; 
subtest bare => sub { ok 1 }; subtest noplan => sub { plan 'no_plan'; ok 1 };
eval { subtest 'x' }; print "E: $@"; eval { plan tests=>3 }; print "E: $@";
done_testing(3); done_testing;
