use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;

my %prototype = (
    shmget => '$$$', shmctl => '$$$', shmread => '$$$$', shmwrite => '$$$$',
    semget => '$$$', semctl => '$$$$', semop => '$$',
    msgget => '$$', msgctl => '$$$', msgsnd => '$$$', msgrcv => '$$$$$',
);

for my $name (sort keys %prototype) {
    my $count = length $prototype{$name};
    is(prototype("CORE::$name"), $prototype{$name}, "prototype of $name");

    my $few = join ', ', (1) x ($count - 1);
    my $many = join ', ', (1) x ($count + 1);
    eval "$name($few); 1";
    like($@, qr/^Not enough arguments for $name at \(eval \d+\) line 1, near "1\)"/, "too few for $name");
    eval "$name($many); 1";
    like($@, qr/^Too many arguments for $name at \(eval \d+\) line 1, near "1\)"/, "too many for $name");
    eval "$name($few, 1) = 5; 1";
    like($@, qr/^Can't modify $name in scalar assignment at \(eval \d+\) line 1, /, "$name cannot be assigned to");
}

my $private = sub { my $get = shift; return also_remove($get, $_[0]) };

my $get = \&CORE::shmget;
my $id = $private->(shm => $get->(0, 10, 0600));
is(stat_fields(shm => $id)->{segsz}, 10, 'a reference to CORE::shmget');
$id = $private->(shm => &CORE::shmget(0, 11, 0600));
is(stat_fields(shm => $id)->{segsz}, 11, '&CORE::shmget');
is(error_of { CORE::shmget(-5, 11, 0) }, '', 'CORE::shmget without the ampersand');
is($! + 0, 2, 'ENOENT');
is(error_of { $get->(0, 10) }, 'Not enough arguments for shmget' . here, 'too few at run time');
is(error_of { $get->(0, 10, 0600, 4) }, 'Too many arguments for shmget' . here, 'too many at run time');

my @calls;
{
    BEGIN { *CORE::GLOBAL::semget = sub ($$$) { push @calls, "@_"; return 'replaced' } }
    is(semget(1, 2, 3), 'replaced', 'CORE::GLOBAL::semget replaces the builtin');
    is("@calls", '1 2 3', 'and gets its arguments');
    my @found = eval { CORE::semget(-7, 1, 0) };
    is_deeply(\@found, [undef], 'CORE::semget still reaches it');
    is("@calls", '1 2 3', 'not the replacement');
    BEGIN { delete $CORE::GLOBAL::{semget} }
}

my %as_key = (shmget => 'a', msgsnd => 'b');
is($as_key{shmget}, 'a', 'the names are ordinary hash keys');
is(join(',', map { $_->{semop} } { semop => 5 }), '5', 'also quoted by =>');

{
    package Queue;
    sub new { return bless {}, shift }
    sub msgsnd { return "method with $_[1]" }
}
is(Queue->new->msgsnd('x'), 'method with x', 'and method names');

done_testing;
