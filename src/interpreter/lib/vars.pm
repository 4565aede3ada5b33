package vars;
# Declares package variables (perldoc vars). `use vars` is settled by the compiler; this serves `vars->import`.
use strict;

our $VERSION = '1.05';

sub import {
  my ($class, @names) = @_;
  my $target = caller;
  no strict 'refs';
  for my $name (@names) {
    my ($sigil, $bare) = $name =~ /^([\$\@%*&])(.+)/ or do {
      require Carp;
      Carp::croak("'$name' is not a valid variable name");
    };
    $bare = "${target}::$bare" unless $bare =~ /::/;
    *$bare = $sigil eq '$' ? \$$bare : $sigil eq '@' ? \@$bare : $sigil eq '%' ? \%$bare
      : $sigil eq '&' ? \&$bare : \*$bare;
  }
}

1;
