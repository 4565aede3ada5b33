# Bundled letters, values that are none, names cut short, and what passes through.
use strict;
use warnings;
use Getopt::Long 'GetOptionsFromArray';

$SIG{__WARN__} = sub { print "W: $_[0]" };
my @specs = ('size|s=i', 'verbose|v+', 'quiet|q!', 'f=f', 'o=o', 'define|D=s%', 'n:i', 'list|l=s@', 'str=s', 'opt|m:s', 'version', 'i=i');
my @lines = split /\n/, <<'LINES';
-s12v
-vs12x
-sx
-f1.5v -f1.5e3v
-o0x1fv -o017v
--siz 3
--si
--siz=x
--ver
--no-qu --noquiet x -v
-vvv
-n -v
-n5v
-nv
-S 3
--SIZE=q
--Dk=v -v
-lfoo -l bar
- -v
--=x
--verbose=3
-v=3
-z
-zv
-vz
-size 4
--str=
-m -- x
LINES
for my $config (['bundling'], ['bundling_override'], [], ['pass_through'], [qw(bundling no_ignore_case)]) {
  Getopt::Long::Configure('default', @$config);
  print "== @$config\n";
  for my $line (@lines) {
    my (@args, %got) = split ' ', $line;
    my $ok = GetOptionsFromArray(\@args, \%got, @specs);
    my @got = map {
      my $v = $got{$_};
      "$_=" . (ref $v eq 'ARRAY' ? "[@$v]" : ref $v eq 'HASH' ? join '+', %$v : $v)
    } sort keys %got;
    print "$line -> ", $ok ? 'ok' : 'fail', " {@got} [@args]\n";
  }
}
Getopt::Long::Configure('default', 'bundling');
print eval { GetOptionsFromArray([], {}, 'pair=i{2}'); 1 } ? "repeats\n" : "E: $@";
