package SysV::LinuxErrno;

# $! in the kernel's numbers and texts for a perl whose C library has others: a tied scalar in the place of $! and $^E, and
# Errno and %! after it.

use strict;
use warnings;
use Errno ();
use Scalar::Util qw(dualvar);

# This perl's numbers by the kernel's, and back; the kernel's by name; its texts; the real $!.
my (%own, %linux, %number, @texts, $real);

# Many of the kernel's numbers have none here. The one that was assigned holds as long as the real $! is what it became.
my ($assigned, $became) = (0, 0);
use constant BEYOND => 10_000;

sub now { my $number = $$real + 0; return $number == $became ? $assigned : $linux{$number} // $number }
sub text { my ($number) = @_; return $number < 0 ? "Unknown error $number" : $texts[$number] // "Unknown error $number" }

sub assign {
    ($assigned) = @_;
    $became = $own{$assigned} // $assigned + BEYOND;
    $$real = $became;
    return;
}

sub TIESCALAR { my ($class) = @_; return bless \my $self, $class }
sub FETCH { my $number = now(); return dualvar($number, text($number)) }
sub STORE {
    my (undef, $value) = @_;
    my $op = $SysV::Guest::storing_for // 'scalar assignment';
    return assign(defined $value ? SysV::Guest::c_int($value, $op) : 0);
}

# What dies ends with the low byte of errno as its status. Before other END blocks, which may look and change it.
my $exiting;
sub watch_status {
    no warnings qw(redefine once);
    *CORE::GLOBAL::exit = sub (;$) { $exiting = 1; CORE::exit($_[0] // 0) };
    eval 'INIT { eval q{END { SysV::LinuxErrno::correct_status() }} } 1' or die $@;
    return;
}

sub correct_status {
    return if $exiting || $? == 0 || ($? & 255) != ($$real & 255);
    $? = now() & 255 || 255;
    return;
}

# Errno.pm's names of POSIX that this perl lacks.
my @missing_in_posix = qw(EHOSTDOWN ENOTBLK EPFNOSUPPORT EREMOTE ERESTART ESHUTDOWN ESOCKTNOSUPPORT ETOOMANYREFS EUSERS);

sub replace_errno {
    no warnings qw(redefine prototype);
    no strict 'refs';
    for my $name (keys %number) {
        my $number = $number{$name};
        undef *{"Errno::$name"};
        *{"Errno::$name"} = sub () { $number };
    }
    @Errno::EXPORT_OK = keys %number;
    push @{ $Errno::EXPORT_TAGS{POSIX} }, @missing_in_posix;
    *Errno::EXISTS   = sub { return exists $number{ $_[1] } };
    *Errno::FIRSTKEY = sub { keys %number; return each %number };
    *Errno::NEXTKEY  = sub { return each %number };
    *Errno::FETCH    = sub { my $number = $number{ $_[1] }; return !defined $number ? '' : $number == now() ? $number : 0 };
    return;
}

# `$names` is a reference to the kernel's numbers by name, `$texts` are its texts, line by line.
sub install {
    my ($names, $texts) = @_;
    %number = %$names;
    $real = $SysV::Guest::real_errno;
    for my $name (sort keys %number) {
        my $constant = Errno->can($name) or next;
        $own{ $number{$name} } = $constant->();
        $linux{ $constant->() } //= $number{$name};
    }
    $own{0} = $linux{0} = 0;
    @texts = split /\n/, $texts;
    replace_errno();
    tie my $errno, __PACKAGE__;
    no strict 'refs';
    *{'main::!'} = *{"main::\cE"} = \$errno;
    return \&assign;
}

1;
