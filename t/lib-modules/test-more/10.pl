use Test::More; my $tb=Test::More->builder; print "# ",ref $tb,"\n"; my $o=''; $tb->output(\$o); $tb->failure_output(\$o); $tb->todo_output(\$o); ok 1; ok 0,'x'; diag 'hi'; $tb->reset_outputs; print "[$o]\n";
$tb->use_numbers(0); ok 1; ok 0; $tb->use_numbers(1); ok 1; print $tb->current_test,"\n"; $tb->current_test(10); ok 1; $tb->is_eq(1,2,'dir'); $tb->is_num(1,1); $tb->isnt_num(1,1); $tb->no_diag(1); ok 0; $tb->no_diag(0); print join(',',$tb->summary),"\n"; print $tb->has_plan//'undef',"\n"; $tb->todo_start('ts'); ok 0; $tb->todo_end; ok !$tb->in_todo; $tb->level(2); sub z { ok 0 } 
z();
print join ',', map { defined ? $_ : 'undef' } map { @$_{qw(ok actual_ok name type reason)} } $tb->details; print "\n";
$tb->level(1); $tb->no_header(1); is_deeply [explain([1,{a=>2}],'x')],[]; diag explain {a=>1,b=>[1,2]}; print $tb->is_passing,"\n"; eval{$tb->croak("cr")}; print $@; eval{cmp_ok 1,'=',2}; print $@; eval {$tb->plan(tests=>'abc')}; print $@; eval {$tb->plan(foo=>1)}; print $@;
eval{$tb->plan(tests=>0)}; print $@; eval{$tb->plan('tests')}; print $@; $tb->BAIL_OUT;
