use strict;
use warnings;

# $$ is the process, also in a child.
my $parent = $$;
pipe my $read, my $write or die "pipe: $!";
my $child = fork // die "fork: $!";
if ($child == 0) {
    syswrite $write, $$ == $parent ? 'the same' : $$;
    exit 3;
}
close $write;
waitpid $child, 0;
print "\$\$ in the child is its own\n" if readline($read) eq $child;

# $? is what wait tells: the exit status in the high byte, the signal in the low.
printf "exit %d, signal %d\n", $? >> 8, $? & 127;
$child = fork // die "fork: $!";
if ($child == 0) { sleep 10; exit }
kill TERM => $child;
waitpid $child, 0;
printf "exit %d, signal %d\n", $? >> 8, $? & 127;

# $^E is $! on Linux.
$! = 2;
print "$^E\n";

# $0 can be assigned, and ps shows it.
$0 = 'renamed';
open my $name, '<', "/proc/$$/cmdline" or die "open: $!";
print unpack('Z*', readline $name) eq 'renamed' ? "renamed\n" : "not renamed\n";
