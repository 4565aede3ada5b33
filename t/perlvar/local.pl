use strict;
use warnings;

# A destructor or a handler should leave $! as it found it.
sub DESTROY {
    my ($self) = @_;
    local ($!, $@);
    shmctl($self->{id}, 0, 0);
}

$! = 5;
{
    my $segment = bless { id => shmget(0, 100, 0600) // die "shmget: $!" };
    $! = 5;
}
print 'after the destructor: ', $! + 0, "\n";

{
    local $!;
    print 'inside: ', $! + 0, "\n";
    $! = 22;
}
print 'outside: ', $! + 0, "\n";
