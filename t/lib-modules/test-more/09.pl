use Test::More tests=>5; ok 1; BAIL_OUT('stop'); ok 2;
