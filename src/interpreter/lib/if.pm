package if;
# use if CONDITION, MODULE => ARGUMENTS (perldoc if).
use strict;

our $VERSION = '0.0610';

sub work {
  my $method = shift() ? 'import' : 'unimport';
  die "Too few arguments to 'use if' (some code returning an empty list in list context?)" unless @_ >= 2;
  return unless shift;
  my $module = shift;
  (my $file = "$module.pm") =~ s{::}{/}g;
  require $file;
  my $code = $module->can($method) or return;
  @_ = ($module, @_);
  goto &$code;
}

sub import   { shift; unshift @_, 1; goto &work }
sub unimport { shift; unshift @_, 0; goto &work }

1;
