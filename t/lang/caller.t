use strict;
use warnings;
use Test::More;
use Carp qw(carp cluck confess croak longmess shortmess);

sub frame { my @c = caller(0); return "$c[0] $c[3] $c[2]" }
is(frame(), 'main main::frame ' . __LINE__, 'caller(0)');
sub outer { return inner(@_) }
sub inner { return join ' < ', map { (caller($_))[3] // 'end' } 0 .. 2 }
is(outer(), 'main::inner < main::outer < end', 'frames');
sub lines { return join ',', map { (caller($_))[2] } 0 .. 1 }
sub calls_lines { return lines() } my $line = __LINE__;
is(calls_lines(), "$line," . __LINE__, 'lines');
is((sub { (caller(0))[3] })->(), 'main::__ANON__', 'anonymous');
is(eval { (caller(0))[3] }, '(eval)', 'eval');
is(eval '(caller(0))[3]', '(eval)', 'string eval');
sub context { return (caller(0))[5] ? 'list' : defined((caller(0))[5]) ? 'scalar' : 'void' }
my ($list) = context();
my $scalar = context();
is("$list $scalar", 'list scalar', 'wantarray of a frame');
{
    package Elsewhere;
    sub package_of_caller { return scalar caller }
    sub file_and_line { return join ':', (caller)[1, 2] }
    sub call_back { return $_[0]->() }
}
is(Elsewhere::package_of_caller(), 'main', 'package of the caller');
is(Elsewhere::file_and_line(), __FILE__ . ':' . __LINE__, 'file and line');
is(Elsewhere::call_back(sub { scalar caller }), 'Elsewhere', 'called back');
{
    package DB;
    sub args { my @c = caller(1); return "@DB::args" }
}
sub with_args { return DB::args() }
is(with_args('a', 'b'), 'a b', '@DB::args');
sub depth { my $n = 0; $n++ while caller($n); return $n }
sub deeper { return depth() }
is(deeper() - depth(), 1, 'depth');
sub via_goto { goto &inner }
is(via_goto(), 'main::inner < end < end', 'goto leaves no frame');
my $sorted = join ' ', sort { my @c = caller; $a cmp $b } qw(b a);
is($sorted, 'a b', 'caller in sort');

{
    package Library;
    sub croaks { Carp::croak('croaked') }
    sub carps { Carp::carp('carped') }
    sub indirectly { croaks() }
    sub confesses { Carp::confess('confessed') }
    sub method { my $self = shift; Carp::croak("bad: @_") }
}
eval { Library::croaks() };
is($@, "croaked at $0 line " . (__LINE__ - 1) . ".\n", 'croak');
eval { Library::indirectly() };
is($@, "croaked at $0 line " . (__LINE__ - 1) . ".\n", 'from inside the package');
eval { Library->method(1, 'x') };
is($@, "bad: 1 x at $0 line " . (__LINE__ - 1) . ".\n", 'from a method');
sub user { Library::croaks() }
eval { user() };
is($@, "croaked at $0 line " . (__LINE__ - 2) . ".\n", 'the nearest caller outside');
eval { Library::confesses('arg', 2, undef) };
my @trace = split /\n/, $@;
is($trace[0], "confessed at $0 line " . (__LINE__ - 14) . '.', 'confess');
is($trace[1], "\tLibrary::confesses(\"arg\", 2, undef) called at $0 line " . (__LINE__ - 3), 'with a trace');
is($trace[2], "\teval {...} called at $0 line " . (__LINE__ - 4), 'of all frames');
{
    my @warnings;
    local $SIG{__WARN__} = sub { push @warnings, @_ };
    Library::carps();
    is($warnings[0], "carped at $0 line " . (__LINE__ - 1) . ".\n", 'carp');
}
eval { Library::croaks() };
eval { die { message => 'object' } };
is($@->{message}, 'object', 'an object');
eval { croak({ code => 5 }) };
is($@->{code}, 5, 'croak of a reference');
{
    local $Carp::CarpLevel = 0;
    local $Carp::Verbose = 1;
    eval { Library::croaks() };
    like($@, qr/^croaked at \S+ line \d+\.\n\tLibrary::croaks\(\) called at /, 'verbose');
}
eval { my $x = sub { die 'in anonymous' }; $x->() };
like($@, qr/^in anonymous at \S+ line \d+\.$/, 'die in an anonymous sub');
sub handler { die "from line " . (caller)[2] . "\n" }
eval { handler() };
is($@, 'from line ' . (__LINE__ - 1) . "\n", 'caller in die');
# line 500 "other-file.pl"
is(__LINE__, 500, '# line');
is(__FILE__, 'other-file.pl', 'and file');
eval { die 'here' };
is($@, "here at other-file.pl line 502.\n", 'in messages');
is(frame(), 'main main::frame 504', 'in caller');

done_testing;
