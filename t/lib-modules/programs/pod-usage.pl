# A manual page as perl's own formatter prints it.
use strict;
use warnings;
use Pod::Usage;

pod2usage(-exitval => 'NOEXIT', -verbose => $_, -noperldoc => 1, -message => "verbose $_:") for 0 .. 2;
pod2usage(-exitval => 'NOEXIT', -verbose => 99, -sections => 'DESCRIPTION|OPTIONS/Sub heading');
pod2usage(-exitval => 3, -message => 'not this way', -output => \*STDOUT);

__END__

=head1 NAME

shmtool - create B<shared> memory I<segments>

=head1 SYNOPSIS

shmtool [options] command

  Options:
    -s --size N     bytes

=head1 OPTIONS

=over 4

=item B<--size> I<N>

Size in bytes, default C<1024>. See L<shmget(2)> and L<perlipc/"SysV IPC">.

=item B<-v>

More E<lt>noiseE<gt>.

=back

=head2 Sub heading

Text with F<file>, S<no break> and X<index>C<< $a->b >>.

=head1 DESCRIPTION

This paragraph is long enough to be wrapped by the formatter at its usual column, whatever that may be.

    verbatim();

=over

=item *

one

=item *

two

=back

=cut
