use strict;
use warnings;
use Test::More;

# What perl says when a sub takes the place of another: by definition, by a typeglob, by an import.
sub warned {
    my ($code) = @_;
    my @warnings;
    local $SIG{__WARN__} = sub { push @warnings, $_[0] };
    $code->();
    return join '|', map { s/ at (?:\S+|\(eval \d+\)) line (\d+)\.?\n.*/:$1/sr } @warnings;
}
sub compiled {
    my ($text) = @_;
    return warned(sub { eval "package P; use warnings; $text; 1" or die });
}

is(compiled("sub a { 1 }\nsub a {\n  2;\n}\n"), 'Subroutine a redefined:2', 'the line where the body begins');
is(compiled("sub b(\$) { 1 }\nsub b {\n  2;\n}\n"), 'Prototype mismatch: sub P::b ($) vs none:4|Subroutine b redefined:2', 'another prototype');
is(compiled('sub c { 1 }') . compiled('sub c($$) { 1 }'), 'Prototype mismatch: sub P::c: none vs ($$):1|Subroutine c redefined:1', 'a first one');
is(compiled('sub d() { 1 } sub d() { 2 }'), 'Constant subroutine d redefined:1', 'constant');
is(compiled('sub e($) { 1 } no warnings; sub e { 1 }'), '', 'nothing');
is(compiled('sub f { 1 } *f = sub { 2 }'), 'Subroutine P::f redefined:1', 'a typeglob');
is(compiled('sub g($) { 1 } no warnings "redefine"; *g = sub { 2 }'), 'Prototype mismatch: sub P::g ($) vs none:1', 'with a prototype');
is(compiled('sub h { 1 } my $h = \&h; *h = $h'), '', 'itself');

{
    package From;
    require Exporter;
    our @ISA         = 'Exporter';
    our @EXPORT_OK   = qw(LIMIT plain other);
    our %EXPORT_TAGS = (all => \@EXPORT_OK);
    sub plain { 1 }
    sub other { 1 }
}
sub imported {
    my ($text) = @_;
    return warned(sub { eval "$text; 1" or die $@ });
}
is(imported('package I1; use warnings; sub plain { 2 } From->import("plain")'), '', 'imports replace subs silently');
like(imported('package I2; sub LIMIT () { 2 } From->import("LIMIT")'), qr/^Constant subroutine I2::LIMIT redefined:\d+\|Prototype mismatch: sub I2::LIMIT \(\) vs none:\d+$/, 'but not constants');
like(imported('package I3; sub plain($) { 2 } From->import("plain")'), qr/^Prototype mismatch: sub I3::plain \(\$\) vs none:\d+$/, 'nor prototypes');
like(imported('package I4; sub plain($) { 2 } From->import(":all")'), qr/^Prototype mismatch: sub I4::plain \(\$\) vs none:\d+$/, 'with a tag');
is(imported('package I5; use warnings; use POSIX; use Fcntl qw(:DEFAULT :mode :seek); use Errno qw(ENOENT)'), '', 'modules that share constants');
{
    local $^W = 1;
    is(imported('package I6; use POSIX; use Fcntl qw(:DEFAULT :mode :seek)'), '', 'even with -w');
}
like(imported('package I7; use POSIX; use IPC::SysV qw(IPC_CREAT S_IRUSR)'), qr/^Constant subroutine I7::S_IRUSR redefined:\d+\|Prototype mismatch: sub I7::S_IRUSR \(\) vs none:\d+$/, 'modules that have their own');
like(imported('package I8; use IPC::SysV qw(IPC_CREAT S_IRUSR); use POSIX'), qr/^Prototype mismatch: sub I8::S_IRUSR: none vs \(\):1$/, 'the other way round');

# The frames of what runs while the program is compiled.
my @frames;
{
    package Watching;
    sub import { my $i = 0; while (my @c = caller $i++) { push @frames, $c[3]; last if @frames > 2 } }
}
BEGIN { $INC{'Watching.pm'} = __FILE__ }
eval 'package W; use Watching; 1' or die;
is("@frames", 'Watching::import W::BEGIN (eval)', 'use');
@frames = ();
eval 'package W; BEGIN { Watching->import } 1' or die;
is("@frames", 'Watching::import W::BEGIN (eval)', 'BEGIN');

done_testing;
