# try, catch, finally and defer (perlsyn).
use strict;
use warnings;
use Test::More;

plan skip_all => 'perl 5.36 has defer and finally' if $] < 5.036;
eval <<'CODE' or die $@;
use feature qw(try defer);
no warnings qw(experimental::try experimental::defer);

my @log;
sub logged { my @seen = @log; @log = (); return "@seen" }

sub plain { my ($die) = @_; try { die "x\n" if $die; return 'returned' } catch ($e) { chomp $e; return "caught $e" } return 'after' }
is(plain(0), 'returned', 'return out of try');
is(plain(1), 'caught x', 'and out of catch');

sub value { my ($die) = @_; try { die "x\n" if $die; 5 } catch ($e) { "value $e" } }
is(value(0), 5, 'the last value');
is(value(1), "value x\n", 'of the handler');
is(do { try { 7 } catch ($e) { 8 } }, 7, 'in a do block');

sub context { try { return wantarray ? 'list' : 'scalar' } catch ($e) { } }
my ($list) = context();
is("$list " . context(), 'list scalar', 'the context is that of the sub');

for my $i (1 .. 4) { try { next if $i == 2; last if $i == 4; push @log, $i } catch ($e) { } }
is(logged(), '1 3', 'next and last');

$@ = 'before';
try { push @log, "[$@]"; die "q\n" } catch ($e) { push @log, "[$@]"; $@ = 'inside' }
is(logged() . " $@", '[] [] before', '$@ is local and empty');

try { try { die "inner\n" } catch ($e) { die "again $e" } } catch ($e) { push @log, $e }
is(logged(), "again inner\n", 'an exception in the handler');

our $global = 1;
try { local $global = 2; die { code => 5 } } catch ($e) { push @log, $global, $e->{code} }
is(logged(), '1 5', 'local is undone, objects pass');

eval { try { die "a\n" } catch ($e) { die "b $e" } };
is($@, "b a\n", 'within eval');
try { push @log, $^S, defined((caller(1))[3]) ? 'frame' : 'no frame' } catch ($e) { }
like(logged(), qr/^1 /, '$^S');

sub cleaned { try { die "a\n" } catch ($e) { return 'r' } finally { push @log, 'finally' } }
is(cleaned() . ' ' . logged(), 'r finally', 'finally');
{ defer { push @log, 'first' } defer { push @log, 'second' } push @log, 'body' }
is(logged(), 'body second first', 'defer');
eval { defer { push @log, 'deferred' } die "out\n" };
is(logged() . " $@", "deferred out\n", 'defer and die');

my %words = (try => 1, catch => 2, defer => 3);
is($words{try} + $words{defer}, 4, 'words like others where none can be meant');
1;
CODE

sub try(&;@)   { my ($code, @more) = @_; return join ' ', $code->(), @more }
sub catch(&;@) { my ($code, @more) = @_; return $code->(), @more }
is(eval q{ my $r = try { 'mine' } catch { 'too' }; $r }, 'mine too', 'without the feature, subs of these names');

my @warnings;
local $SIG{__WARN__} = sub { push @warnings, $_[0] =~ s/ at .*//sr };
eval q{ use feature qw(try defer); try { 1 } catch ($e) { } finally { } { defer { 1 } } };
is_deeply(\@warnings, [ ('try/catch is experimental') x 2, 'try/catch/finally is experimental', 'defer is experimental' ], 'warnings');

done_testing;
