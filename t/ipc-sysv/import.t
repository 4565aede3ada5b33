use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;

is(eval 'package P1; use IPC::SysV; defined &P1::IPC_CREAT || exists &P1::IPC_CREAT ? 1 : 0', 0, 'nothing by default');
is(eval 'package P2; use IPC::SysV qw(IPC_CREAT); IPC_CREAT', 512, 'a name');
is(eval 'package P3; use IPC::SysV qw(/^IPC_/); IPC_EXCL', 1024, 'a pattern');
is(eval 'package P4; use IPC::SysV qw(:all !IPC_EXCL); exists &P4::IPC_EXCL ? 1 : 0', 0, 'all but one');
is(eval 'package P5; use IPC::SysV 2.0 qw(IPC_STAT); IPC_STAT', 2, 'with a version');
is(eval 'package P6; use IPC::SysV (); 7', 7, 'an empty list');
is(eval 'package P7; use IPC::SysV qw(SHM_SIZE); 8', 8, 'a name that Linux lacks can be imported');

eval 'package Q1; use IPC::SysV qw(IPC_CREAT NONSENSE OTHER); 1';
my @lines = split /\n/, $@;
is($lines[0], '"NONSENSE" is not exported by the IPC::SysV module', 'an unknown name') or diag $@;
like($@, qr/^ ?"OTHER" is not exported by the IPC::SysV module$/m, 'and another');
like($@, qr/^Can't continue after import errors at \(eval \d+\) line 1\.$/m, 'then the end');

my @warnings = warnings_of { eval 'package Q2; use IPC::SysV qw(:nonsense); 1' };
like($warnings[0], qr/^"nonsense" is not defined in %IPC::SysV::EXPORT_TAGS at /, 'an unknown tag warns');
like($@, qr/^Can't continue after import errors at \(eval \d+\) line 1\.$/m, 'and dies');

eval 'package Q3; use strict; use IPC::SysV; my $flags = IPC_CREAT; 1';
like($@, qr/^Bareword "IPC_CREAT" not allowed while "strict subs" in use at \(eval \d+\) line 1\.$/m, 'not imported, under strict');
{
    no warnings;
    is(eval 'package Q4; no strict; my $flags = IPC_CREAT | S_IRUSR; $flags', 'IPC_CREAT' | 'S_IRUSR', 'not imported, without strict');
}
eval 'package Q5; use IPC::SysV 99; 1';
like($@, qr/^IPC::SysV version 99 required--this is only version \S+ at /, 'too great a version');

is(eval 'package R1; use IPC::SysV qw(ftok); defined &R1::ftok ? 1 : 0', 1, 'functions');
eval 'package R2; use IPC::SysV; ftok("/", 1)';
like($@, qr/^Undefined subroutine &R2::ftok called at /, 'ftok without an import');

use IPC::SysV qw(MSG_EXCEPT);
sub state_of { return join '', map { $_ ? 1 : 0 } exists &MSG_EXCEPT, defined &IPC::SysV::MSG_EXCEPT }
is(state_of(), '10', 'an imported constant exists, but is not defined before its first call');
is(MSG_EXCEPT, 8192, 'the first call');
is(state_of(), '11', 'defines it');

done_testing;
