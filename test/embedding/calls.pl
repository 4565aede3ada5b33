# Makes the calls of a JSON file with real perl's builtins and prints what each did. calls.ts does the same.
use strict;
use warnings;
use IPC::SysV ();
use JSON::PP;

my ($file) = @ARGV;
open my $in, '<', $file or die "$file: $!";
my $calls = JSON::PP->new->utf8->decode(do { local $/; <$in> });
my $json = JSON::PP->new->ascii->canonical->allow_nonref;
my (%variable, @warnings);
local $SIG{__WARN__} = sub { push @warnings, $_[0] =~ s/ at \S+ line .*//sr };

for my $call (@$calls) {
    my ($name, @operands) = @$call;
    my $save = $name =~ s/^(\w+)=// ? $1 : '';
    my @list = map { my $copy = $_; defined && /^\$(\w+)$/ ? \$variable{$1} : \$copy } @operands;
    @warnings = ();
    $! = 0;
    my $builtin = IPC::SysV->can($name) // \&{"CORE::$name"};
    my $result = eval { forward($builtin, @list) };
    my $errno = 0 + $!;
    my $died = $@ =~ s/ at \S+ line .*//sr;
    $variable{$save} = $result if $save;
    my @values = map { defined $$_ ? "$$_" =~ s/^\0.{5}\0\0\z/ADDRESS/sr : undef } \$result, @list;
    print $json->encode([$name, shift @values, $errno, $died, [@warnings], \@values]), "\n";
}

# The variables themselves, so that output operands are written.
sub forward {
    my ($builtin, @r) = @_;
    return &$builtin(${ $r[0] }) if @r == 1;
    return &$builtin(${ $r[0] }, ${ $r[1] }) if @r == 2;
    return &$builtin(${ $r[0] }, ${ $r[1] }, ${ $r[2] }) if @r == 3;
    return &$builtin(${ $r[0] }, ${ $r[1] }, ${ $r[2] }, ${ $r[3] }) if @r == 4;
    return &$builtin(${ $r[0] }, ${ $r[1] }, ${ $r[2] }, ${ $r[3] }, ${ $r[4] });
}
