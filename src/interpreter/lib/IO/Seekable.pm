package IO::Seekable;
# Positions in handles (perldoc IO::Seekable).
use strict;
use Carp;
use Fcntl qw(SEEK_SET SEEK_CUR SEEK_END);
require Exporter;

our $VERSION = '1.55';
our @ISA     = ('Exporter');
our @EXPORT  = qw(SEEK_SET SEEK_CUR SEEK_END);

sub seek    { croak 'usage: $io->seek(POS, WHENCE)' if @_ != 3; return CORE::seek $_[0], $_[1], $_[2] }
sub sysseek { croak 'usage: $io->sysseek(POS, WHENCE)' if @_ != 3; return CORE::sysseek $_[0], $_[1], $_[2] }
sub tell    { croak 'usage: $io->tell()' if @_ != 1; return CORE::tell $_[0] }
sub getpos  { return CORE::tell $_[0] }
sub setpos  { return CORE::seek $_[0], $_[1], 0 }

1;
