use strict;
use warnings;
use Test::More;

my %h = (a => 1, b => 2, 'c d' => 3);
is($h{a}, 1, 'element');
is($h{'c d'}, 3, 'quoted key');
is($h{missing}, undef, 'missing');
ok(!exists $h{missing}, 'reading does not make it');
is(scalar keys %h, 3, 'count');
is(join(',', sort keys %h), 'a,b,c d', 'keys');
is(join(',', sort values %h), '1,2,3', 'values');
is(delete $h{'c d'}, 3, 'delete returns the value');
is(join(',', map { "$_=$h{$_}" } sort keys %h), 'a=1,b=2', 'the rest');
$h{z} = undef;
ok(exists $h{z}, 'exists');
ok(!defined $h{z}, 'but undefined');
is("@h{qw(a b)}", '1 2', 'slice');
@h{qw(x y)} = (10, 20);
is($h{y}, 20, 'slice assignment');
is(join(',', map { $_ // 'undef' } delete @h{qw(x y z)}), '10,20,undef', 'slice deletion');
is(join(',', map { "$_" } sort { $a cmp $b } %h), '1,2,a,b', 'as a list');
my %copy = %h;
$copy{a} = 'changed';
is($h{a}, 1, 'copies are separate');
my %merged = (%h, b => 'new', c => 'c');
is(join(',', map { "$_=$merged{$_}" } sort keys %merged), 'a=1,b=new,c=c', 'merge');
my %inverse = reverse %h;
is($inverse{2}, 'b', 'reverse');
my ($count, $sum) = (0, 0);
while (my ($k, $v) = each %h) { $count++; $sum += $v }
is("$count $sum", '2 3', 'each');
$_++ for values %h;
is("$h{a} $h{b}", '2 3', 'values are aliases');
ok(%h ? 1 : 0, 'true');
%h = ();
ok(!%h, 'false when empty');
is(scalar(%copy), 2, 'count in scalar context');

my %deep;
$deep{list}[2] = 'x';
is(scalar @{ $deep{list} }, 3, 'autovivified array');
$deep{a}{b}{c} = 1;
is(join(',', keys %{ $deep{a} }), 'b', 'autovivified hash');
push @{ $deep{queue} }, 1, 2;
is("@{$deep{queue}}", '1 2', 'push on a new array');
$deep{count}{$_}++ for qw(x y x);
is($deep{count}{x}, 2, 'counting');
ok(!exists $deep{no}{such}, 'exists of a nested one');
ok(exists $deep{no}, 'makes the outer');
is(ref $deep{no}, 'HASH', 'a hash');
is(join(',', sort keys %{ { map { $_ => 1 } qw(b a) } }), 'a,b', 'anonymous');
my $ref = \%deep;
is($ref->{a}{b}{c}, 1, 'reference');
is($$ref{a}{b}{c}, 1, '$$ref{}');
is(${ $ref->{a} }{b}{c}, 1, '${}{}');
is(join(',', sort keys %$ref), 'a,count,list,no,queue', 'keys %$ref');
is(join(',', @{$ref->{count}}{qw(x y)}), '2,1', 'slice of a nested reference');
is(join(',', $ref->{count}->@{qw(x y)}), '2,1', 'postfix slice');
my %slice = %{ $ref->{count} }{'x'};
is($slice{x}, 2, 'key and value slice');
{
    local $ref->{count}{x} = 'local';
    is($deep{count}{x}, 'local', 'local element');
}
is($deep{count}{x}, 2, 'restored');
{
    local $deep{new} = 1;
    ok(exists $deep{new}, 'local new element');
}
ok(!exists $deep{new}, 'is gone');
{
    local @deep{qw(p q)} = (1, 2);
    is("$deep{p}$deep{q}", '12', 'local slice');
}
{
    my $value = delete local $deep{queue};
    is("@$value", '1 2', 'delete local');
    ok(!exists $deep{queue}, 'deleted');
}
ok(exists $deep{queue}, 'and back');

my %multi;
$multi{1, 2} = 'two keys';
is($multi{"1$;2"}, 'two keys', '$;');
is((map { join '-', split /$;/ } keys %multi)[0], '1-2', 'split by it');
my %dispatch = (add => sub { $_[0] + $_[1] }, name => 'text', -flag => 1);
is($dispatch{add}->(2, 3), 5, 'a sub in a hash');
is($dispatch{add}(2, 4), 6, 'without the arrow');
is($dispatch{-flag}, 1, 'a key with a minus');
is(join(',', sort map { lc } keys %dispatch), '-flag,add,name', 'keys');
my %numbers = (1 => 'a', 1.0 => 'b', '1.0' => 'c', 01 => 'd');
is(join(',', map { "$_=$numbers{$_}" } sort keys %numbers), '1=d,1.0=c', 'numbers as keys');
my %undef_key;
{ no warnings; $undef_key{+undef} = 'x'; }
is($undef_key{''}, 'x', 'undef as a key');
sub shift { return 'sub' }
is($h{shift} // 'word', 'word', 'a word is a string');
my @words = qw(one two one three two one);
my %seen;
$seen{$_}++ for @words;
is(join(' ', map { "$_:$seen{$_}" } sort { $seen{$b} <=> $seen{$a} || $a cmp $b } keys %seen), 'one:3 two:2 three:1', 'histogram');
is(join(',', sort { $a <=> $b } map { $seen{$_} } grep { $seen{$_} > 1 } keys %seen), '2,3', 'filtered');
my ($min) = sort { $seen{$a} <=> $seen{$b} } keys %seen;
is($min, 'three', 'the smallest');
my %args = (size => 10, @{ [ name => 'n' ] });
is("$args{size} $args{name}", '10 n', 'a list with an array');
sub named { my %o = (x => 1, @_); return join ',', map { "$_=$o{$_}" } sort keys %o }
is(named(y => 2, x => 3), 'x=3,y=2', 'named arguments');
is(exists $dispatch{add} && ref $dispatch{add}, 'CODE', 'ref of a sub');
my %h2 = map { $_ => length } qw(a bb ccc);
is(join(',', map { $h2{$_} } sort keys %h2), '1,2,3', 'map to pairs');
my ($k) = grep { $h2{$_} == 2 } keys %h2;
is($k, 'bb', 'found by value');
delete @h2{grep { $h2{$_} > 1 } keys %h2};
is(join(',', %h2), 'a,1', 'delete by value');
keys %h2;    # resets each
my ($key, $value) = each %h2;
is("$key$value", 'a1', 'each after keys');
undef %h2;
is(scalar(keys %h2), 0, 'undef of a hash');
is(!!%h2, '', 'empty is false');
is_deeply({ a => [ 1, { b => 2 } ] }, { a => [ 1, { b => 2 } ] }, 'is_deeply');

{
    my @warnings;
    local $SIG{__WARN__} = sub { push @warnings, $_[0] };
    my %growing = map { $_ => 1 } 'a' .. 'f';
    my $steps = 0;
    while (my ($k) = each %growing) { $growing{"$k$k"} = 1; $steps++ }
    ok($steps >= 6 && $steps < 1000, 'each comes to an end though keys are added');
    like($warnings[0], qr/^Use of each\(\) on hash after insertion without resetting hash iterator/, 'and warns');
    @warnings = ();
    each %growing;
    delete $growing{a};
    each %growing;
    keys %growing;
    $growing{new} = 1;
    each %growing;
    is("@warnings", '', 'but not after a deletion, or after keys');
}

done_testing;
