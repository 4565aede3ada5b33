use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use IPC::SysV qw(IPC_CREAT);

# What the examples of the source documents do, each run as a program of its own.

for my $key (0x1234, 0xDEADBEEF) {
    plan skip_all => "somebody uses key $key" if defined shmget($key, 0, 0);
}

# Id 0 is taken, so that no example gets it: most of them take it for a failure.
my $taken = segment(1);

sub run {
    my ($example) = @_;
    my $output = `$^X -I$FindBin::Bin/../lib -MRemoveSegments $FindBin::Bin/$example.pl 2>&1`;
    return ($? >> 8, $output);
}

sub works {
    my ($example, $expected) = @_;
    my ($status, $output) = run($example);
    is($status, 0, "$example works");
    like($output, $expected, 'its output');
}

sub fails {
    my ($example, $status, $expected) = @_;
    my ($got, $output) = run($example);
    is($got, $status, "$example fails");
    like($output, $expected, 'its message');
}

my $undefined_ftok = qr/^Undefined subroutine &main::ftok called at \S+ line 4\.$/;

$! = 0;
my ($status, $output) = run('000/usage');
isnt($status, 0, '000/usage fails');
like($output, $undefined_ftok, 'its message');
works('000/example-1', qr/^Shared memory segment ID: [1-9][0-9]*$/);
($status, $output) = run('000/example-2');
isnt($status, 0, '000/example-2 fails');
like($output, $undefined_ftok, 'its message');

works('001/what-you-get-back', qr/^$/);
works('001/fresh-private', qr/^$/);
works('001/create-or-open', qr/^$/);
works('001/full-cycle', qr/^$/);
works('001/exclusive', qr/^$/);
fails('001/well-known-key', 2, qr/^shmget: No such file or directory at \S+ line 2\.$/);

{
    my $exists = also_remove(shm => shmget(0xDEADBEEF, 10, IPC_CREAT | 0600));
    works('001/well-known-key', qr/^$/);
}
{
    my $exists = also_remove(shm => shmget(0x1234, 4096, IPC_CREAT | 0600));
    works('001/exclusive', qr/^$/);
}

# An example that was tried when a smaller segment had the key.
{
    my $smaller = also_remove(shm => shmget(0x1234, 100, IPC_CREAT | 0600));
    fails('001/create-or-open', 22, qr/^shmget: Invalid argument at \S+ line 2\.$/);
}

open my $list, '<', "$FindBin::Bin/cannot-work.txt" or die "open: $!";
my @listed = map { /^([^#\s]\S*): ./ ? $1 : () } <$list>;
is(join(' ', @listed), '000/usage.pl 000/example-2.pl', 'those that cannot work are listed');

done_testing;
