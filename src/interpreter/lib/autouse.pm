package autouse;
# Load a module when one of its functions is first called (perldoc autouse).
use strict;

our $VERSION = '1.11';

sub import {
  my ($class, $module, @functions) = @_;
  (my $file = "$module.pm") =~ s{::}{/}g;
  my $target = caller;
  if ($INC{$file}) {
    @functions = map { s/\(.*?\)$//r } @functions;
    local $Exporter::ExportLevel = $Exporter::ExportLevel + 1;
    return $module->import(@functions);
  }
  for my $function (@functions) {
    my ($name, $prototype) = $function =~ /^(.*?)(?:\((.*?)\))?$/;
    my ($from, $short) = $name =~ /(.*)::(.*)/ ? ($1, $2) : ($module, $name);
    my $full = "${target}::$short";
    no strict 'refs';
    my $load = sub {
      require $file;
      die "autouse: $module does not define $short" unless defined &{"${from}::$short"};
      no warnings 'redefine';
      *$full = \&{"${from}::$short"};
      goto &$full;
    };
    require Scalar::Util;
    Scalar::Util::set_prototype($load, $prototype) if defined $prototype;
    *$full = $load;
  }
}

1;
