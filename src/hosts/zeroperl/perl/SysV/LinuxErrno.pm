package SysV::LinuxErrno;

# $! in the kernel's numbers for a perl whose C library has others: a tied scalar in the place of $!, and Errno after it.

use strict;
use warnings;
use Errno ();
use Scalar::Util qw(dualvar looks_like_number);

my ($own, $linux, $real);

sub TIESCALAR { my ($class) = @_; return bless \my $self, $class }
sub FETCH { return dualvar($linux->{ $$real + 0 } // $$real + 0, "$$real") }

sub STORE {
    my (undef, $value) = @_;
    no warnings;
    $$real = $own->{ int($value // 0) } // int $value;
    return;
}

sub install {
    ($own, $linux) = @_;
    $real = $SysV::Guest::real_errno;
    tie my $errno, __PACKAGE__;
    my %number = map { my $n = Errno->can($_); $n ? ($_ => $linux->{ $n->() }) : () } @Errno::EXPORT_OK;
    no warnings;
    no strict 'refs';
    for my $name (grep defined $number{$_}, keys %number) {
        my $number = $number{$name};
        undef *{"Errno::$name"};
        *{"Errno::$name"} = sub () { $number };
    }
    *Errno::FETCH = sub { my $n = $number{ $_[1] }; return defined $n && $n == $errno ? $n : $n && 0 };
    *{'main::!'} = \$errno;
    return;
}

1;
