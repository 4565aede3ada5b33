use Test::Simple tests=>2; ok(1,'a'); ok(0,'b');
