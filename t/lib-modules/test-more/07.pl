use Test::More skip_all=>'reason'; ok 1;
