use strict;
use warnings;
use feature 'state';
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;

# Which operands are the real variable, and which a temporary that nobody sees: the slots are no lvalues, and yet
# shmread writes into whatever lies there.

my $segment = segment(4);
shmwrite($segment, 'AR', 0, 2);
my $read_only = qr/^Modification of a read-only value attempted at /;

our ($global, $localised) = ('global', 'outer');
our $behind_sub = 'behind';
sub of_sub : lvalue { $behind_sub }
sub first_argument { return shmread($segment, $_[0], 0, 2) }
sub shifted { return shmread($segment, shift, 0, 2) }

subtest 'variables' => sub {
    shmread($segment, my $new, 0, 2);
    is($new, 'AR', 'my');
    shmread($segment, $global, 0, 2);
    is($global, 'AR', 'a global');
    { shmread($segment, local $localised, 0, 2); is($localised, 'AR', 'local') }
    is($localised, 'outer', 'until the end of the block');
    for (1, 2) { shmread($segment, state $kept, 0, 2); is($kept, 'AR', 'state') }
    $_ = 'topic';
    shmread($segment, $_, 0, 2);
    is($_, 'AR', '$_');
    my $reference = \my $behind;
    shmread($segment, $$reference, 0, 2);
    is($behind, 'AR', 'behind a reference');
    shmread($segment, of_sub(), 0, 2);
    is($behind_sub, 'AR', 'an lvalue sub');
    shmread($segment, do { $global = 'again'; }, 0, 2);
    shmread($segment, do { $behind }, 0, 2);
    is($behind, 'AR', 'do');
};

subtest 'aliases' => sub {
    my ($text, %hash, @array) = ('text');
    first_argument($text);
    is($text, 'AR', '$_[0]');
    shifted(my $other = 'other');
    is($other, 'AR', 'shift');
    first_argument($hash{new});
    is_deeply(\%hash, { new => 'AR' }, 'a hash element comes into being as an argument of a sub');
    first_argument($array[1]);
    is_deeply(\@array, [ undef, 'AR' ], 'an array element, too');
    for my $alias ($hash{loop}) { shmread($segment, $alias, 0, 2) }
    is($hash{loop}, 'AR', 'foreach');
    for my $literal ('literal') {
        is(error_of { shmread($segment, $literal, 0, 2) }, '', 'a literal');
        is($literal, 'AR', 'is written');
    }
    for my $literal ('literal') { is($literal, 'literal', 'but not another of the same text') }
    like(error_of { first_argument(undef) }, $read_only, 'undef as an argument');
    like(error_of { shmread($segment, $_, 0, 2) for undef }, $read_only, 'undef in a loop');
    'match' =~ /(a)/ or die;
    like(error_of { shmread($segment, $1, 0, 2) }, $read_only, '$1');
};

subtest 'elements' => sub {
    my @array = (1, 2, 3);
    shmread($segment, $array[-1], 0, 2);
    shmread($segment, $array[ $#array - 1 ], 0, 2);
    is("@array", '1 AR AR', 'of an array');
    my %hash = (key => 1);
    shmread($segment, $hash{deep}[1]{x} = 5, 0, 2);
    is($hash{deep}[1]{x}, 'AR', 'deep');
    like(error_of { shmread($segment, $hash{outer}{inner}, 0, 2) }, $read_only, 'one that does not exist');
    is(ref $hash{outer}, 'HASH', 'what it would lie in is made');
    is_deeply($hash{outer}, {}, 'it is not');
    shmread($segment, @array[ 0, 1 ], 0, 2);
    is("@array", '1 AR AR', 'the last of a slice');
    shmread($segment, (1, $hash{key})[1], 0, 2);
    is($hash{key}, 'AR', 'of a list');
    shmread($segment, delete $hash{key}, 0, 2);
    ok(!exists $hash{key}, 'a deleted one');
};

subtest 'operators that answer variables' => sub {
    my ($one, $two, %hash) = ('one', 'two');
    shmread($segment, (1 ? $one : $two), 0, 2);
    is("$one $two", 'AR two', '?:');
    ($one, $two) = (0, 'two');
    shmread($segment, $one || $two, 0, 2);
    is("$one $two", '0 AR', '||');
    shmread($segment, $one // $two, 0, 2);
    is("$one $two", 'AR AR', '//');
    shmread($segment, $two = 'new', 0, 2);
    is($two, 'AR', '=');
    shmread($segment, $hash{made} //= 5, 0, 2);
    shmread($segment, $hash{joined} .= 'x', 0, 2);
    shmread($segment, $hash{sum} += 3, 0, 2);
    shmread($segment, ++$hash{before}, 0, 2);
    shmread($segment, $hash{after}++, 0, 2);
    is_deeply(\%hash, { made => 'AR', joined => 'AR', sum => 'AR', before => 'AR', after => 1 }, 'assigning operators');
    shmread($segment, scalar($two = 'new'), 0, 2);
    is($two, 'AR', 'scalar');
};

subtest 'temporaries' => sub {
    my ($text, @array) = ('text', 1, 2);
    my $code = sub { $_[0] };
    is(shmread($segment, substr($text, 0, 2), 0, 2), 1, 'substr');
    is(shmread($segment, "$text", 0, 2), 1, 'a string');
    is(shmread($segment, -$text, 0, 2), 1, 'an expression');
    is(shmread($segment, $code->($text), 0, 2), 1, 'the result of a sub');
    is(shmread($segment, eval { $text }, 0, 2), 1, 'eval');
    is(shmread($segment, @array, 0, 2), 1, 'an array');
    is(shmread($segment, [], 0, 2), 1, 'a reference');
    is("$text @array", 'text 1 2', 'nothing has changed');
};

subtest 'a variable that was read' => sub {
    my $text = 'some text';
    pos($text) = 3;
    shmread($segment, $text, 0, 2);
    is(pos $text, undef, 'has lost its pos');
    my $object = bless {}, 'Class';
    shmread($segment, $object, 0, 2);
    is(ref $object, '', 'is no reference any more');
    $! = 5;
    my @warnings = warnings_of { shmread($segment, $!, 0, 2) };
    is($! + 0, 0, '$! takes the data as a number');
    is_deeply(\@warnings, [ qq(Argument "AR" isn't numeric in shmread) . here(-2) ], 'with a warning');
};

done_testing;
