use strict;
use warnings;
use IPC::SysV qw(ftok);

# The low eight bits of the id, the low eight of the device, the low 16 of the inode.
my ($device, $inode) = (stat $0)[0, 1];
my $key = ftok($0, 1) // die "ftok: $!";
print "as expected\n" if ($key & 0xffffffff) == (1 << 24 | ($device & 0xff) << 16 | $inode & 0xffff);

# The id may be left out, be an integer, or a string of one byte: '1' is not 1.
print "1 is what is meant without an id\n" if ftok($0) == $key;
print "'1' is 49\n" if ftok($0, '1') == ftok($0, 49);

# A file that is not there; an id that is none.
my $none = ftok('/nonexistent', 1);
print defined $none ? 'defined' : "undef: $!", "\n";
eval { ftok($0, 'ab') };
print $@ =~ s/ at .*//sr, "\n";
