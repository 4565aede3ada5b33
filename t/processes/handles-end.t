# Handles in variables are closed when their last reference goes: others get their locks, and see the end of pipes.
use strict;
use warnings;
use Fcntl ':flock';
use POSIX ();
use IO::File;
use Symbol;
use Test::More;

my $file = "/tmp/perl-sysv-handles-$$";

sub locked {
    open my $handle, '>', $file or die;
    flock $handle, LOCK_EX | LOCK_NB or die "still locked";
    return $handle;
}

# Is the file locked, as another process sees it?
sub is_locked {
    my ($expected, $name) = @_;
    my $pid = fork;
    if (!$pid) {
        open my $other, '>', $file or die;
        POSIX::_exit(flock($other, LOCK_EX | LOCK_NB) ? 0 : 1);
    }
    waitpid $pid, 0;
    is($? ? 1 : 0, $expected, $name);
}

{ my $lock = locked(); is_locked(1, 'held') }
is_locked(0, 'the end of the scope');
my %hash = (lock => locked());
delete $hash{lock};
is_locked(0, 'delete');
my @array = (locked());
is_locked(1, 'in an array');
@array = ();
is_locked(0, 'an emptied array');
my $lock = locked();
undef $lock;
is_locked(0, 'undef');
{
    my $object = { handle => locked() };
    my $code = sub { $object->{handle} };
    is_locked(1, 'in a closure');
}
is_locked(0, 'after the closure');
eval { my $inner = locked(); die "x\n" };
is_locked(0, 'after die');
for my $i (1, 2) { my $inner = locked(); next if $i == 1 }
is_locked(0, 'after next');
locked();
is_locked(0, 'a value nobody takes');
our $kept;
sub keep { my ($handle) = @_; $kept = $handle }
{ my $inner = locked(); keep($inner) }
is_locked(1, 'kept elsewhere');
undef $kept;
is_locked(0, 'not any more');
{ local *FH; open FH, '>', $file or die; flock FH, LOCK_EX; is_locked(1, 'local *FH') }
is_locked(0, 'after local *FH');
{ my $inner = locked(); no warnings 'once'; *ALIAS = $inner }
is_locked(1, 'another name');
undef *ALIAS;
is_locked(0, 'undef of the glob');
{ my $inner = locked(); my $io = *$inner{IO}; undef $inner; is_locked(1, 'the IO object holds it') }
is_locked(0, 'after the IO object');
{ my $inner = locked(); open my $second, '>&', $inner; undef $inner; is_locked(1, 'a duplicate holds the lock') }
is_locked(0, 'after the duplicate');
{ my $inner = locked(); select $inner }
is_locked(1, 'the selected handle stays');
select STDOUT;
is_locked(0, 'until another is selected');
{ my $symbol = gensym; open $symbol, '>', $file; flock $symbol, LOCK_EX }
is_locked(0, 'gensym');
{ my $io = IO::File->new($file, 'w'); flock $io, LOCK_EX; is_locked(1, 'IO::File') }
is_locked(0, 'after IO::File');

sub counter { # a child that counts lines until its input ends
    pipe my $in, my $out or die;
    my $pid = fork;
    if (!$pid) { close $out; my @lines = <$in>; POSIX::_exit(scalar @lines) }
    return ($out, $pid);
}
{
    my $pid;
    { (my $out, $pid) = counter(); print $out "a\nb\n" }
    waitpid $pid, 0;
    is($? >> 8, 2, 'a pipe ends with its scope');
}
my @found;
{ open my $child, '|-', "sleep 0.1; cat > $file" or die; print $child "text\n" }
{ open my $read, '<', $file or die; push @found, <$read> }
is_deeply(\@found, ["text\n"], 'the scope waits for the process behind a pipe');
unlink $file;
done_testing;
