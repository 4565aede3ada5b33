# Plays the scenarios of a JSON file with two processes and prints what each call did: those of the other process, then those of
# the sleeper. blocking.test.ts does the same with two processes of the kernel in memory.
use strict;
use warnings;
use JSON::PP;

$| = 1;
$SIG{USR1} = sub { };
my ($file) = @ARGV;
open my $in, '<', $file or die "$file: $!";
my ($id, $text);

sub make {
    my ($name, @operands) = @{ $_[0] };
    $text = 'before';
    my @list = map { my $copy = $_ eq '$id' ? $id : $_; $_ eq '$text' ? \$text : \$copy } @operands;
    $! = 0;
    my $builtin = \&{"CORE::$name"};
    my $result = @list == 2 ? &$builtin(${ $list[0] }, ${ $list[1] })
               : @list == 3 ? &$builtin(${ $list[0] }, ${ $list[1] }, ${ $list[2] })
               : @list == 4 ? &$builtin(${ $list[0] }, ${ $list[1] }, ${ $list[2] }, ${ $list[3] })
               :              &$builtin(${ $list[0] }, ${ $list[1] }, ${ $list[2] }, ${ $list[3] }, ${ $list[4] });
    my $line = sprintf "%s %s %d %s\n", $name, $result // 'undef', $! + 0, unpack 'H*', $text;
    $id = $result if $name =~ /get/;
    return $line;
}

# Until that process sleeps in a call.
sub asleep {
    my ($pid) = @_;
    my $seen = 0;
    while ($seen < 3) {
        select undef, undef, undef, 0.005;
        open my $stat, '<', "/proc/$pid/stat" or die "stat: $!";
        $seen = <$stat> =~ /\) S / ? $seen + 1 : 0;
    }
    return;
}

sub other_process {
    my ($scenario, $sleeper, $ready) = @_;
    print make($_) for @{ $scenario->{otherBefore} // [] };
    syswrite $ready, '.';
    asleep($sleeper);
    for (@{ $scenario->{other} }) {
        if    ($_ eq 'signal') { kill USR1 => $sleeper }
        elsif ($_ eq 'exit')   { exit }
        else                   { print make($_) }
    }
    exit;
}

for my $scenario (@{ JSON::PP->new->decode(do { local $/; <$in> }) }) {
    print "$scenario->{name}\n";
    print make($_) for $scenario->{get}, @{ $scenario->{before} // [] };
    pipe my $read, my $ready or die "pipe: $!";
    my $sleeper = $$;
    my $pid = fork // die "fork: $!";
    other_process($scenario, $sleeper, $ready) if !$pid;
    sysread $read, my $byte, 1;
    my $woken = make($scenario->{sleeps});
    waitpid $pid, 0;
    print $woken, map make($_), @{ $scenario->{after} // [] };
    $scenario->{get}[0] eq 'semget' ? semctl($id, 0, 0, 0) : msgctl($id, 0, 0);
}
