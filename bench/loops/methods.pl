# Methods that read and change fields.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

package Counter;
sub new { my ($class, %given) = @_; return bless {count => 0, %given}, $class }
sub next { my $self = shift; return ++$self->{count} }
sub count { $_[0]{count} }
package main;
measure { my $counter = Counter->new(step => 1); my $sum = 0; for my $n (1 .. $_[0]) { $counter->next; $sum += $counter->count } };
