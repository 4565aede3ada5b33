# pack and unpack of a record.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

measure { for my $n (1 .. $_[0]) { my $record = pack 'l! N n C a16', 1, $n, $n & 0xffff, 7, 'name'; my ($type, $number, $short, $char, $name) = unpack 'l! N n C A16', $record } };
