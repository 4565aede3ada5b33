use strict;
use warnings;
use Errno qw(:POSIX);

# Constants with the empty prototype: no parentheses needed.
print ENOENT + 1, "\n";

# The usual loop around a call that a signal can interrupt.
my @outcomes = (EINTR, EINTR, 0);
my $tries = 0;
sub attempt { $! = $outcomes[$tries++]; return $! == 0 }
until (attempt()) { die "attempt: $!" unless $! == EINTR }
print "after $tries tries\n";

# %! asks by name; names can be unknown.
$! = EAGAIN;
print "EWOULDBLOCK is EAGAIN\n" if $!{EWOULDBLOCK};
print exists $!{EFOO} ? "known\n" : "no EFOO here\n";
print 'true at the moment: ', join(' ', sort grep { $!{$_} } keys %!), "\n";

# Asking does not change it; changing is forbidden.
eval { $!{EAGAIN} = 1 };
print $@ =~ s/ at .*//sr, "\n";
