#!/usr/bin/perl
# Children report numbers through one segment of counters, each in a place of its own; the parent prints a table.
use strict;
use warnings;
use IPC::SysV qw(:all);

my @workers = qw(alpha beta gamma);
my %place = do { my $i = 0; map { ($_ => $i++) } @workers };
my $template = 'Z16 q d';
my $width = length pack $template, '', 0, 0;

my $id = shmget(IPC_PRIVATE, $width * @workers, S_IRUSR | S_IWUSR | IPC_CREAT);
die "shmget: $!" unless defined $id;

sub report { my ($name, @values) = @_; shmwrite $id, pack($template, $name, @values), $place{$name} * $width, $width or die "shmwrite: $!" }
sub reported { my $name = shift; shmread $id, my $data, $place{$name} * $width, $width or die "shmread: $!"; return unpack $template, $data }

my %pid;
for my $name (@workers) {
    my $pid = fork // die "fork: $!";
    if (!$pid) {
        my ($sum, $n) = (0, length $name);
        $sum += $_ * $n for 1 .. 1000;
        report($name, $sum, $sum / 1000);
        exit 0;
    }
    $pid{$pid} = $name;
}
while ((my $pid = wait) != -1) { die "$pid{$pid} failed" if $? }

printf "%-8s %10s %8s\n", 'name', 'sum', 'mean';
print '-' x 28, "\n";
my $total;
for my $name (sort { (reported($b))[1] <=> (reported($a))[1] || $a cmp $b } @workers) {
    my (undef, $sum, $mean) = reported($name);
    printf "%-8s %10d %8.2f\n", $name, $sum, $mean;
    $total += $sum;
}
printf "%-8s %10s\n", 'total', commas($total);

sub commas { my $n = reverse shift; $n =~ s/(\d{3})(?=\d)/$1,/g; return scalar reverse $n }

shmctl $id, IPC_STAT, my $record or die "shmctl: $!";
my $mode = unpack 'x20 L', $record;
print 'mode ', join('', map { $mode & 1 << 8 - $_ ? substr 'rwxrwxrwx', $_, 1 : '-' } 0 .. 8), "\n";
shmctl $id, IPC_RMID, 0 or die "shmctl: $!";
