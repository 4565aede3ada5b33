use strict;
use warnings;
use IPC::SysV qw(IPC_CREAT IPC_EXCL SHM_MAP);

# Constants have no prototype: they swallow what follows.
{
    no warnings;
    print 'swallowed: ', IPC_CREAT + 1, "\n";
}
print 'with parentheses: ', IPC_CREAT() + 1, "\n";
print 'joined by |: ', IPC_CREAT | IPC_EXCL | 0600, "\n";

# What Linux does not have can be imported, but not called.
eval { SHM_MAP() };
print $@ =~ s/ at .*//sr, "\n";
