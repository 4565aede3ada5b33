# Tied handles: every function calls its method (perltie, "Tying FileHandles").
use strict;
use warnings;
use feature 'say';
use Test::More;

my @calls;

package Recorder;

sub TIEHANDLE { my ($class, @args) = @_; push @calls, "TIEHANDLE @args"; return bless { lines => ["a\n", "b\n", "c\n"] }, $class }
sub PRINT { my $self = shift; push @calls, 'PRINT ' . join('|', @_) . (defined $\ ? ' newline' : ''); return 1 }
sub PRINTF { my ($self, $format, @list) = @_; push @calls, 'PRINTF ' . sprintf $format, @list; return 1 }
sub WRITE { my ($self, @args) = @_; push @calls, "WRITE @args"; return 7 }
sub READLINE { my $self = shift; return wantarray ? splice @{ $self->{lines} } : shift @{ $self->{lines} } }
sub GETC { return 'c' }
sub READ { my ($self, undef, @rest) = @_; $_[1] = "read @rest"; return 5 }
sub CLOSE { push @calls, 'CLOSE'; return 3 }
sub EOF { my ($self, $how) = @_; push @calls, "EOF $how"; return 1 }
sub BINMODE { my ($self, @layers) = @_; push @calls, "BINMODE @layers" }
sub FILENO { return 99 }
sub SEEK { my ($self, @args) = @_; push @calls, "SEEK @args"; return 1 }
sub TELL { return 42 }
sub OPEN { my ($self, @args) = @_; push @calls, "OPEN @args"; return 1 }
sub UNTIE { push @calls, 'UNTIE' }

package main;

sub calls_are { my ($expected, $name) = @_; is_deeply [splice @calls], $expected, $name }

isa_ok tie(*FH, 'Recorder', 1, 2), 'Recorder';
calls_are ['TIEHANDLE 1 2'], 'tie';
print FH 'a', 'b';
printf FH '%d-%s', 3, 'x';
say FH 's';
calls_are ['PRINT a|b', 'PRINTF 3-x', 'PRINT s newline'], 'output';
is syswrite(FH, 'data', 2, 1), 7, 'syswrite';
syswrite FH, 'text';
calls_are ['WRITE data 2 1', 'WRITE text 4'], 'WRITE';
is scalar(<FH>), "a\n", 'a line';
is_deeply [<FH>], ["b\n", "c\n"], 'lines';
is getc(FH), 'c', 'getc';
is read(FH, my $text, 4), 5, 'read';
is $text, 'read 4', 'fills the variable';
sysread FH, $text, 3, 1;
is $text, 'read 3 1', 'sysread too';
is fileno(FH), 99, 'fileno';
is tell(FH), 42, 'tell';
ok seek(FH, 1, 2), 'seek';
ok eof(FH), 'eof';
binmode FH, ':utf8';
open FH, '<', 'file';
is close(FH), 3, 'close';
calls_are ['SEEK 1 2', 'EOF 1', 'BINMODE :utf8', 'OPEN < file', 'CLOSE'], 'the other calls';
is ref(tied *FH), 'Recorder', 'tied';
untie *FH;
calls_are ['UNTIE'], 'untie';
ok !tied(*FH), 'no longer tied';

tie *STDOUT, 'Recorder';
print 'to the selected handle';
untie *STDOUT;
calls_are ['TIEHANDLE ', 'PRINT to the selected handle', 'UNTIE'], 'STDOUT';

done_testing;
