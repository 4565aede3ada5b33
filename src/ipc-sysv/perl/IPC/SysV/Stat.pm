package IPC::SysV::Stat;

# Defines the classes of the stat objects: blessed arrays with a constructor and accessors, as Class::Struct makes
# them. Their pack and unpack are native.

use strict;
use Carp ();

# Text, because croak, warnings and `caller` name the package and the place.
my $source = <<'PERL';
{
package CLASS;
use strict;
sub new {
    my ($class, %init) = @_;
    $class = 'CLASS' if !@_;
    my @fields = @init{qw(FIELDS)};
    bless \@fields, $class;
}
PERL
my $accessor = <<'PERL';
sub FIELD {
    my $self = shift;
    Carp::croak('Too many args to FIELD') if @_ > 1;
    $self->[INDEX] = shift if @_;
    return $self->[INDEX];
}
PERL

# define(CLASS, FIELD...)
sub define {
    my ($class, @fields) = @_;
    my $code = $source;
    $code =~ s/CLASS/$class/g;
    $code =~ s/FIELDS/@fields/;
    for my $index (0 .. $#fields) {
        my $method = $accessor;
        $method =~ s/FIELD/$fields[$index]/g;
        $method =~ s/INDEX/$index/g;
        $code .= $method;
    }
    eval "$code}\n1" or die $@;
    return;
}

1;
