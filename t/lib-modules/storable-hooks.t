# Storable's hooks (perldoc Storable, "Hooks"): in images, files and clones, with real perl's bytes.
use strict;
use warnings;
use Storable qw(freeze nfreeze thaw dclone store retrieve);
use Test::More;

{
    package Point;
    sub new { my ($class, %fields) = @_; return bless {%fields}, $class }
    sub STORABLE_freeze { my ($self, $cloning) = @_; return if $self->{plain}; return ("x=$self->{x}", $self->{kids}, \$self->{name}) }
    sub STORABLE_thaw { my ($self, $cloning, $text, $kids, $name) = @_; @$self{qw(text cloning kids name)} = ($text, $cloning ? 1 : 0, $kids, $$name); return }
}
{
    package Series;
    sub STORABLE_freeze { my ($self) = @_; return join ',', @$self }
    sub STORABLE_thaw { my ($self, $cloning, $text) = @_; @$self = split /,/, $text; return }
}
{ package Attached; sub STORABLE_freeze { return "key $_[0]{key}" } sub STORABLE_attach { my ($class, $cloning, $text) = @_; return bless { attached => $text }, $class } }
{ package Text; sub STORABLE_freeze { return ${ $_[0] } } sub STORABLE_thaw { my ($self, $cloning, $text) = @_; $$self = "thawed $text"; return } }

my $kid = Point->new(x => 2, kids => [], name => 'kid');
my $parent = Point->new(x => 1, kids => [ $kid, $kid ], name => 'parent');
my $seven = 7;
my $data = [ $parent, $parent, $kid, bless([ 1, 2, 3 ], 'Series'), bless({ key => 5 }, 'Attached'), bless(\$seven, 'Text'), bless([ 1 .. 200 ], 'Series') ];

sub check {
    my ($copy, $cloning, $name) = @_;
    is($copy->[0]{text}, 'x=1', "$name: STORABLE_thaw");
    is($copy->[0]{cloning}, $cloning, "$name: cloning");
    is($copy->[0], $copy->[1], "$name: one object stays one");
    is($copy->[0]{kids}[1], $copy->[2], "$name: also inside of hooks");
    is($copy->[2]{name}, 'kid', "$name: references in the list");
    is("@{$copy->[3]} " . ref $copy->[3], '1 2 3 Series', "$name: an array");
    is($copy->[4]{attached}, 'key 5', "$name: STORABLE_attach");
    is(${ $copy->[5] }, 'thawed 7', "$name: a scalar");
    is($copy->[6][199], 200, "$name: a long text");
}
check(thaw(freeze($data)), 0, 'freeze');
check(thaw(nfreeze($data)), 0, 'nfreeze');
check(dclone($data), 1, 'dclone');
my $file = "/tmp/perl-sysv-storable-$$";
store($data, $file);
check(retrieve($file), 0, 'store');
unlink $file;
is(thaw(freeze(Point->new(plain => 1, x => 3)))->{x}, 3, 'a hook that declines');
my $image = nfreeze([ bless([ 1, 2 ], 'Series') ]);
is(unpack('H*', $image), '050b0200000001' . '04' . '1301' . '06' . unpack('H*', 'Series') . '03' . unpack('H*', '1,2'), 'the bytes of a hook');
{ package Nowhere; sub STORABLE_freeze { return 'x' } }
my $lost = freeze(bless {}, 'Nowhere');
ok(!eval { thaw($lost); 1 }, 'a class that cannot thaw');
like($@, qr/^Can't locate Nowhere\.pm in \@INC/, 'is looked for');
done_testing;
