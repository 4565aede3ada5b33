# Making objects.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

package Point;
sub new { my ($class, $x, $y) = @_; my $self = {x => $x, y => $y}; return bless $self, $class }
package main;
measure { my $last; for my $n (1 .. $_[0]) { $last = Point->new($n, -$n) } };
