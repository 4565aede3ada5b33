#!/usr/bin/perl
# Subs that are undefined again.
use strict;
use warnings;
sub gone { 1 }
undef &{"gone"} if 0;
{ no strict 'refs'; undef &{"main::gone"}; }
print defined &gone ? 1 : 0, "\n";
my $c = sub { 2 };
undef &$c;
print defined &$c ? 1 : 0, "\n";
eval { gone() };
print $@;
