use strict;
use warnings;
use Test::More;

# goto &sub and use within larger expressions.
sub target { "target(@_)" }
sub in_and { my $code = \&target; { (@_ and $code and (unshift(@_, 'x'), goto &$code)) } }
is in_and(1), 'target(x 1)', 'goto &sub as an operand';
sub through { goto &in_and }
is through(2), 'target(x 2)', '... behind another goto';
sub in_do { my @list = do { goto &target if $_[0]; 1 }; return "not @list" }
is in_do(3), 'target(3)', 'goto &sub out of a do block';

sub list_in_scalar { my @list = do { return (4, 5) if $_[0]; 1 }; return "not @list" }
is scalar(list_in_scalar(1)), 5, 'return out of a do block: the context of the sub, not of the block';
sub scalar_in_list { my $one = do { return (4, 5) if $_[0]; 1 }; return "not $one" }
is join(' ', scalar_in_list(1)), '4 5', '... in list context';
sub out_of_map { my @list = map { return ($_, 6) if $_ == 2; $_ } 1 .. 3; return "not @list" }
is scalar(out_of_map()), 6, '... out of map';

our @imported;
BEGIN {
    package Importing;
    $INC{'Importing.pm'} = __FILE__;
    sub import { shift; push @main::imported, scalar @_, @_ }
}
our @empty;
use Importing @empty;
use Importing ();
use Importing -e __FILE__ ? 'file' : 'none';
is "@imported", '0 1 file', 'lists of use';

sub descending { $b <=> $a }
sub numbers { 3, 1, 2 }
is join(' ', sort descending &numbers), '3 2 1', 'sort NAME &list';

{
    package main::Inner;
    sub name { __PACKAGE__ }
    our $variable = 5;
}
package main;
is(Inner->name, 'main::Inner', 'main::Inner is Inner');
is $Inner::variable, 5, '... with its variables';
is $::Inner::variable, 5, '... by any name';

for my $read_only ('abc') { pos($read_only) = 1; is $read_only =~ /\G(.)/g ? $1 : '', 'b', 'pos of a constant' }

is scalar(@{[ split //, "\x{1D157}\x{1D165}a" ]}), 3, 'characters of two units each';

{
    no warnings 'once';
    my $handle = \do { local *HANDLE };
    is ref $handle, 'GLOB', 'a glob of its own';
    open($handle, '>&', STDERR) or die $!;
    ok fileno($handle) > 2, 'a copy of a handle named without a sigil';
}

{
    'xyz' =~ /(y)/;
    my @found = grep { /(b)/ } 'abc', 'q';
    is $1, 'y', 'a match within grep is over with it';
    my @firsts = map { /(.)/; $1 } 'ab', 'cd';
    is "$1 @firsts", 'y a c', '... and within map';
}
is ${ \*STDOUT }, '*main::STDOUT', 'a reference to a glob as one to a scalar';
{
    package Tied;
    sub TIEHANDLE { bless [] }
}
{
    no strict 'refs';
    my $glob = \*{"main::TIED"};
    tie *$glob, 'Tied';
    is ref tied(${$glob}), 'Tied', '... shows what it is tied to';
}

sub late { eval { no warnings; syscall_of_none(@_) } }
ok defined &late, 'what cannot be called is found out by calling';

done_testing;
