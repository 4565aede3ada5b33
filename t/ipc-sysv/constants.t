use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use SysVTest;
use IPC::SysV qw(:all);

my %value = (
    IPC_PRIVATE => 0, IPC_RMID => 0, IPC_SET => 1, IPC_STAT => 2, IPC_INFO => 3,
    IPC_CREAT => 01000, IPC_EXCL => 02000, IPC_NOWAIT => 04000,
    MSG_NOERROR => 010000, MSG_EXCEPT => 020000, MSG_STAT => 11, MSG_INFO => 12,
    GETPID => 11, GETVAL => 12, GETALL => 13, GETNCNT => 14, GETZCNT => 15, SETVAL => 16, SETALL => 17,
    SEM_STAT => 18, SEM_INFO => 19, SEM_UNDO => 010000,
    SHM_R => 0400, SHM_W => 0200, SHM_RDONLY => 010000, SHM_RND => 020000, SHM_REMAP => 040000,
    SHM_LOCK => 11, SHM_UNLOCK => 12, SHM_STAT => 13, SHM_INFO => 14,
    SHM_DEST => 01000, SHM_LOCKED => 02000, SHM_HUGETLB => 04000, SHM_NORESERVE => 010000,
    ENOMEM => 12, EACCES => 13, ENOSPC => 28, ENOSYS => 38,
    S_IRWXU => 0700, S_IRUSR => 0400, S_IWUSR => 0200, S_IXUSR => 0100,
    S_IRWXG => 0070, S_IRGRP => 0040, S_IWGRP => 0020, S_IXGRP => 0010,
    S_IRWXO => 0007, S_IROTH => 0004, S_IWOTH => 0002, S_IXOTH => 0001,
);

for my $name (sort keys %value) {
    no strict 'refs';
    is(&$name(), $value{$name}, $name);
    is(&{"IPC::SysV::$name"}(), $value{$name}, 'by its full name');
}
ok(SHMLBA() >= 4096, 'SHMLBA');

my @missing = qw(
    IPC_ALLOC IPC_GETACL IPC_LOCKED IPC_M IPC_NOERROR IPC_R IPC_SETACL IPC_SETLABEL IPC_W IPC_WANTED MSG_FWAIT MSG_LOCKED
    MSG_MWAIT MSG_QWAIT MSG_R MSG_RWAIT MSG_W MSG_WAIT MSG_WWAIT SEM_A SEM_ALLOC SEM_DEST SEM_ERR SEM_ORDER SEM_R SHM_A
    SHM_CLEAR SHM_COPY SHM_DCACHE SHM_ECACHE SHM_FMAP SHM_ICACHE SHM_INIT SHM_MAP SHM_NOSWAP SHM_REMOVED SHM_SHARE_MMU
    SHM_SHATTR SHM_SIZE
);
for my $name (@missing) {
    no strict 'refs';
    my $error = error_of { &$name() };
    is($error, "Your vendor has not defined IPC::SysV macro $name, used" . here(-1), "$name is not on Linux");
}

my $error = error_of { IPC::SysV::IPC_NONSENSE() };
is($error, 'IPC_NONSENSE is not a valid IPC::SysV macro' . here(-1), 'an unknown name');
$error = error_of { IPC::SysV::MSG_COPY() };
is($error, 'MSG_COPY is not a valid IPC::SysV macro' . here(-1), 'a Linux name that the module does not know');

is(scalar @IPC::SysV::EXPORT_OK, 96, 'names to export');
is(scalar @{ $IPC::SysV::EXPORT_TAGS{all} }, 96, 'the tag has them all');
is(scalar @IPC::SysV::EXPORT, 0, 'none by default');
is(keys(%value) + @missing + 1, 91, 'constants in this test');

subtest 'they are list operators' => sub {
    is(prototype('IPC::SysV::IPC_CREAT'), undef, 'no prototype');
    my $swallowed = (IPC_CREAT + 1);
    is($swallowed, 512, 'IPC_CREAT + 1 is IPC_CREAT(+1)');
    is(IPC_CREAT() + 1, 513, 'with parentheses');
    is(1 + IPC_CREAT, 513, 'at the end');
    my $flags = IPC_CREAT | 0600;
    is($flags, 01600, 'with |');
    $flags = IPC_CREAT | IPC_EXCL | S_IRUSR | S_IWUSR;
    is($flags, 03600, 'several');
    is(-IPC_CREAT, -512, 'negated');
    is(IPC::SysV->IPC_CREAT, 512, 'as a method');
    my %hash = (IPC_CREAT => 1);
    is(join(',', keys %hash), 'IPC_CREAT', '=> quotes them');
};

is_deeply([ IPC::SysV::_constant('IPC_CREAT') ], [ undef, 512 ], '_constant of a name');
is_deeply([ IPC::SysV::_constant('SHM_SIZE') ], ['Your vendor has not defined IPC::SysV macro SHM_SIZE, used'],
    '_constant of a missing one');
is_deeply([ IPC::SysV::_constant('X') ], ['X is not a valid IPC::SysV macro'], '_constant of an unknown one');

done_testing;
