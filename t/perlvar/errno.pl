use strict;
use warnings;
use Errno qw(ENOENT);

my $missing_key = 0x12390000 + $$ % 0x10000;

# A number and a text in one variable.
my $id = shmget($missing_key, 100, 0600);
printf "%d: %s\n", $!, $!;

# Three ways to ask which error it was.
print "by number\n" if $! == ENOENT;
print "by name\n" if $!{ENOENT};
print "by text\n" if $! eq 'No such file or directory';

# A copy keeps both, also when $! changes.
my $error = $!;
$! = 0;
print "kept: $error (", $error + 0, ")\n";

# A successful call sets $! to 0.
$! = ENOENT;
$id = shmget(0, 100, 0600) // die "shmget: $!";
print 'after success: ', $! + 0, "\n";
shmctl($id, 0, 0) or die "shmctl: $!";
