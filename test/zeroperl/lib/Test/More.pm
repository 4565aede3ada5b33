package Test::More;

# The part of Test::More that the conformance files use, for a perl without dup(2) and POSIX.

use strict;
use warnings;

use Exporter ();

our @ISA    = 'Exporter';
our @EXPORT = qw(plan ok is isnt like unlike cmp_ok is_deeply isa_ok can_ok pass fail diag note skip subtest done_testing);

my ($count, $failed, $planned, $indent) = (0, 0, undef, '');

sub import {
    my ($class, @plan) = @_;
    plan(@plan) if @plan;
    return $class->export_to_level(1, $class);
}

sub plan {
    my ($how, $value) = @_;
    if ($how eq 'skip_all') { print "${indent}1..0 # SKIP ", $value // '', "\n"; $indent eq '' ? exit 0 : die "skipped\n" }
    $planned = $value;
    print "${indent}1..$planned\n" if $how eq 'tests';
    return;
}

sub ok ($;$) {
    my ($test, $name) = @_;
    $count++;
    print $indent, $test ? 'ok' : 'not ok', " $count", defined $name ? " - $name" : '', "\n";
    return 1 if $test;
    $failed++;
    my $level = 0;
    $level++ while (caller $level)[0] eq __PACKAGE__;
    my (undef, $file, $line) = caller $level;
    diag("Failed test at $file line $line.");
    return 0;
}

sub shown { my ($value) = @_; return defined $value ? "'$value'" : 'undef' }

sub is ($$;$) {
    my ($got, $expected, $name) = @_;
    my $same = defined $got && defined $expected ? $got eq $expected : !defined $got && !defined $expected;
    return ok($same, $name) || diag('got ', shown($got), ', expected ', shown($expected)) && 0;
}

sub isnt ($$;$) { my ($got, $other, $name) = @_; return ok(shown($got) ne shown($other), $name) }
sub like ($$;$) { my ($got, $pattern, $name) = @_; return ok($got =~ $pattern, $name) || diag('got ', shown($got), ", expected $pattern") && 0 }
sub unlike ($$;$) { my ($got, $pattern, $name) = @_; return ok($got !~ $pattern, $name) }
sub pass (;$) { return ok(1, $_[0]) }
sub fail (;$) { return ok(0, $_[0]) }

sub cmp_ok ($$$;$) {
    my ($got, $operator, $expected, $name) = @_;
    my $test = eval "\$got $operator \$expected";
    return ok($test, $name) || diag('got ', shown($got), " $operator ", shown($expected)) && 0;
}

sub flat {
    my ($value) = @_;
    return '[' . join(', ', map flat($_), @$value) . ']' if ref $value && UNIVERSAL::isa($value, 'ARRAY');
    return '{' . join(', ', map "$_ => " . flat($value->{$_}), sort keys %$value) . '}' if ref $value && UNIVERSAL::isa($value, 'HASH');
    return '\\' . flat($$value) if ref $value eq 'SCALAR' || ref $value eq 'REF';
    return shown($value);
}

sub is_deeply { my ($got, $expected, $name) = @_; return is(flat($got), flat($expected), $name) }
sub isa_ok ($;$$) { my ($object, $class, $name) = @_; return ok(UNIVERSAL::isa($object, $class), $name // "isa $class") }
sub can_ok ($@) { my ($class, @methods) = @_; return ok(!(grep !$class->can($_), @methods), "$class can") }

sub diag { print STDERR $indent, '# ', @_, "\n"; return 1 }
sub note { print $indent, '# ', @_, "\n"; return 1 }

sub skip {
    my ($why, $how_many) = @_;
    for (1 .. $how_many // 1) { $count++; print "${indent}ok $count # skip $why\n" }
    no warnings 'exiting';
    last SKIP;
}

sub subtest {
    my ($name, $code) = @_;
    my ($outer_count, $outer_failed, $outer_planned, $outer_indent) = ($count, $failed, $planned, $indent);
    ($count, $failed, $planned, $indent) = (0, 0, undef, "$indent    ");
    my $skipped = !eval { $code->(); 1 } && ($@ eq "skipped\n" || die $@);
    done_testing() unless $skipped || defined $planned;
    my $bad = $failed;
    ($count, $failed, $planned, $indent) = ($outer_count, $outer_failed, $outer_planned, $outer_indent);
    return ok(!$bad, $name);
}

sub done_testing { $planned = $count; print "${indent}1..$count\n"; return }

END { $? ||= $failed if $failed || !defined $planned || $planned != $count }

1;
