use Test::More tests=>2; ok 1; my $pid=fork; if(!$pid){ ok 1,'child'; exit 3 } waitpid $pid,0; is $?>>8,3;
