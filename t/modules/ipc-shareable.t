# IPC::Shareable, where it is installed: variables that processes share, and their locks.
use strict;
use warnings;
use Test::More;

BEGIN { eval { require IPC::Shareable; 1 } or plan skip_all => 'IPC::Shareable is not installed' }
use IPC::Shareable qw(:lock);

my %options = (create => 1, exclusive => 0, mode => 0600, destroy => 1);
tie my %colours, 'IPC::Shareable', { key => 'HASH', %options } or die "tie: $!";
tie my @list, 'IPC::Shareable', { key => 'LIST', %options } or die "tie: $!";
tie my $count, 'IPC::Shareable', { key => 'COUN', %options } or die "tie: $!";

%colours = (red => 'ff0000', nested => { deep => [1, 2, 3] });
@list = (1 .. 3);
$count = 0;

my ($children, $rounds) = (3, 10);
my @pids = map {
    my $n = $_;
    my $pid = fork // die "fork: $!";
    if ($pid == 0) {
        for (1 .. $rounds) {
            tied($count)->lock;
            $count++;
            tied($count)->unlock;
        }
        tied(%colours)->lock(LOCK_EX);
        $colours{"child $n"} = $n;
        tied(%colours)->unlock;
        exit $n;
    }
    $pid;
} 1 .. $children;
my @statuses = map { waitpid $_, 0; $? >> 8 } @pids;

is_deeply \@statuses, [1 .. $children], 'the children ended well';
is $count, $children * $rounds, 'they counted under a lock';
is_deeply [map { $colours{"child $_"} } 1 .. $children], [1 .. $children], 'and left something in a hash';
is $colours{nested}{deep}[2], 3, 'a nested structure';
push @list, 4;
is "@list", '1 2 3 4', 'an array';

IPC::Shareable->clean_up_all;
ok !defined(eval { tie my $gone, 'IPC::Shareable', { key => 'COUN' } }), 'cleaned up';
done_testing;
