# What a tied element keeps may be something else than the hash or array that autovivification gave it: it is asked again
# (perltie). And tied hashes in scalar context, and $@ at the start of END blocks.
use strict;
use warnings;
use Test::More;

{
    package Nested;
    our @calls;
    sub TIEHASH { return bless {}, shift }
    sub STORE {
        my ($self, $key, $value) = @_;
        push @calls, "STORE $key";
        if (ref $value eq 'HASH') {
            my %copy = %$value;
            # Another hash than the one it was given.
            tie my %other, 'Nested';
            %other = %copy;
            $value = \%other;
        }
        $self->{$key} = $value;
    }
    sub FETCH { push @calls, "FETCH $_[1]"; return $_[0]{$_[1]} }
    sub CLEAR { %{$_[0]} = () }
    sub EXISTS { exists $_[0]{$_[1]} }
    sub DELETE { delete $_[0]{$_[1]} }
    sub FIRSTKEY { my $first = keys %{$_[0]}; each %{$_[0]} }
    sub NEXTKEY { each %{$_[0]} }
}
{
    package WithScalar;
    our @ISA = 'Nested';
    sub SCALAR { return 'as it says' }
}
{
    package Kept;
    sub TIESCALAR { return bless [], shift }
    sub STORE { $_[0][0] = ref $_[1] eq 'ARRAY' ? [@{$_[1]}, 'kept'] : $_[1] }
    sub FETCH { $_[0][0] }
}

tie my %hash, 'Nested';
is scalar(%hash), '', 'empty, in scalar context';
ok !%hash, 'and false';
$hash{a} = undef;
@Nested::calls = ();
$hash{a}->{b} = 'yes';
is_deeply \@Nested::calls, ['FETCH a', 'STORE a', 'FETCH a', 'STORE b'], 'asked again';
is $hash{a}{b}, 'yes', 'the element went into what is kept';
$hash{x}{y}{z} = 1;
is $hash{x}{y}{z}, 1, 'three levels';
is scalar(%hash), 1, 'not empty, in scalar context';

tie my %with, 'WithScalar';
is scalar(%with), 'as it says', 'SCALAR';

tie my $scalar, 'Kept';
push @$scalar, 'mine';
is "@$scalar", 'kept mine', 'a scalar';

done_testing;

END { print "# $@ is empty\n" if $@ eq '' }
END { eval { die "in END\n" }; print "# $@" }
eval { die "before the end\n" };
