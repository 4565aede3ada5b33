# Exceptions that are objects.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Question;

package Failure;
sub new { my ($class, %fields) = @_; return bless {%fields}, $class }
sub throw { my $class = shift; die $class->new(@_) }
package main;
measure { my $caught = 0; for my $n (1 .. $_[0]) { eval { Failure->throw(code => $n) }; $caught++ if ref $@ && $@->isa('Failure') } };
