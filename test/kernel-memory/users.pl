# Makes the calls of a JSON file, each as one of several users, and prints what each did. user-calls.ts does the same with the
# kernel in memory. Without the right to become another user it says so, and ends with status 77.
use strict;
use warnings;
no warnings qw(uninitialized numeric);
use JSON::PP;

my ($file) = @ARGV;
open my $in, '<', $file or die "$file: $!";
my ($users, $calls) = @{ JSON::PP->new->decode(do { local $/; <$in> }) };
my (%id, $text);

sub become {
    my ($uid, $gid, @groups) = @{ $_[0] };
    $> = 0;
    $) = join ' ', $gid, $gid, @groups;
    $> = $uid;
    $> == $uid or print("cannot become user $uid\n") && exit 77;
}

for my $call (@$calls) {
    my ($user, $name, @operands) = @$call;
    become($users->[$user]);
    my $save = $name =~ s/^(\w+)=// ? $1 : undef;
    @operands = map { /^\$(\w+)$/ && $1 ne 'text' ? $id{$1} // -1 : $_ } @operands;
    $text = 'before';
    my @list = map { my $copy = $_; $_ eq '$text' ? \$text : \$copy } @operands;
    $! = 0;
    my $builtin = \&{"CORE::$name"};
    my $result = eval {
        @list == 2   ? &$builtin(${ $list[0] }, ${ $list[1] })
        : @list == 3 ? &$builtin(${ $list[0] }, ${ $list[1] }, ${ $list[2] })
        : @list == 4 ? &$builtin(${ $list[0] }, ${ $list[1] }, ${ $list[2] }, ${ $list[3] })
        :              &$builtin(${ $list[0] }, ${ $list[1] }, ${ $list[2] }, ${ $list[3] }, ${ $list[4] });
    };
    $result = $@ =~ s/ at \S+ line .*//sr if $@;
    my $errno = $! + 0;
    $id{$save} = $result if defined $save && defined $result;
    # Of a struct what it has in common: key, owner, creator, mode.
    my $data = length $text > 100 ? unpack 'H48', $text : unpack 'H*', $text;
    printf "%s %s %d %s\n", $name, $result eq $$ ? 'PID' : $result // 'undef', $errno, $data;
}
$> = 0;
