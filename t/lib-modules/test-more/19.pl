use Test::More import=>['ok','$TODO'], tests=>1; ok 0; print defined &is ? 1:0,"\n"; $?=5; END { print "end $?\n" }
