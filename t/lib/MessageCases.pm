package MessageCases;

# Tests that are lists: programs, and what perl says about each. Lines of ==== lie between the cases, and a line of ---- between
# a program and its warnings, with $@ after them.

use strict;
use warnings;
use Exporter 'import';
use Test::More;

our @EXPORT = 'check_messages';

# `run` evaluates a program, given its number and its text, in a package of its own (Case1, Case2 ...).
sub check_messages {
    my ($handle, $run) = @_;
    my @cases = do { local $/; split /^====\n/m, <$handle> };
    close $handle;
    for my $number (1 .. @cases) {
        my ($program, $expected) = split /^----\n/m, $cases[$number - 1];
        my $said = said($run, $number, $program);
        my ($name) = $program =~ /^(.*)/;
        is($said, $expected // '', $name);
    }
    return done_testing();
}

sub said {
    my ($run, $number, $program) = @_;
    my $said = '';
    local $SIG{__WARN__} = sub { $said .= join '', @_ };
    local ($_, $!);
    $run->($number, $program);
    $said .= $@;
    $said =~ s/\bCase\d+::/Case::/g;
    return $said;
}

1;
