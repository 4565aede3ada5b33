use Test::More; subtest a=>sub{ plan tests=>1; ok 1; BAIL_OUT("in sub") }; ok 1; done_testing;
