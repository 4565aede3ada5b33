use strict;
use warnings;
use IPC::SysV qw(GETVAL IPC_PRIVATE IPC_RMID);

# get: an id, which may be 0, or undef. So: // die.
my $set = semget(IPC_PRIVATE, 1, 0600) // die "semget: $!";

# ctl: a true value or undef. So: or die; and + 0 for the number.
my $value = semctl($set, 0, GETVAL, 0) or die "semctl: $!";
print "as text: $value, as a number: ", $value + 0, "\n";

# The others: 1 or 0. So: or die.
semop($set, pack 's!3', 0, 1, 0) or die "semop: $!";

# Failure is undef, not -1. Comparing with -1 would miss it.
my $none = semget(0x12340001, 1, 0);
print 'compared with -1: ', do { no warnings; $none == -1 } ? 'noticed' : 'not noticed', "\n";
print 'asked with defined: ', defined $none ? 'not noticed' : 'noticed', "\n";

semctl($set, 0, IPC_RMID, 0) or die "semctl: $!";
