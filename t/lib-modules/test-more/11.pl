use Test::More tests=>1;
