use strict;
use warnings;

# The order in which a builtin looks at its operands is observable: by ties, by warnings, by what $! is meanwhile.
package Loud {
    sub TIESCALAR { my ($class, $name, $value) = @_; return bless [ $name, $value ], $class }
    sub FETCH     { my ($self) = @_; print "$self->[0] "; return $self->[1] }
}

tie my $key,   'Loud', 'KEY',   0x12380099;
tie my $size,  'Loud', 'SIZE',  10;
tie my $flags, 'Loud', 'FLAGS', 0;

my $id = shmget($key, $size, $flags);
print defined $id ? "\n" : "- $!\n";
