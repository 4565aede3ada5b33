use strict;
use warnings;
use Test::More;

# Modules of which only a part is in C elsewhere.
use File::Glob qw(:bsd_glob);
use I18N::Langinfo qw(langinfo DAY_1 ABMON_12 RADIXCHAR D_FMT);
use Sys::Syslog qw(:standard :macros);
use MIME::QuotedPrint;
use File::Temp qw(tempdir);

my $folder = tempdir(CLEANUP => 1);
for my $name ('b', 'A', 'c d', '.hidden') { open my $file, '>', "$folder/$name" or die $!; close $file }
mkdir "$folder/sub" or die $!;
sub names { map { s/^\Q$folder\E\///r } @_ }
is join('|', names(bsd_glob("$folder/*"))), 'A|b|c d|sub', 'bsd_glob';
is join('|', names(bsd_glob("$folder/*", GLOB_MARK | GLOB_BRACE))), 'A|b|c d|sub/', 'GLOB_MARK';
is join('|', names(bsd_glob("$folder/c d"))), 'c d', 'blanks separate nothing';
is join('|', names(bsd_glob("$folder/{b,x}", GLOB_BRACE | GLOB_NOMAGIC))), 'b|x', 'GLOB_NOMAGIC';
is join('|', names(bsd_glob("$folder/nothing*", GLOB_NOCHECK))), 'nothing*', 'GLOB_NOCHECK';
is join('|', names(bsd_glob("$folder/[a]", GLOB_NOCASE))), 'A', 'GLOB_NOCASE';
is GLOB_ERROR, 0, 'no error';

is join('|', map { langinfo($_) } DAY_1, ABMON_12, RADIXCHAR, D_FMT), 'Sunday|Dec|.|%m/%d/%y', 'langinfo';

ok openlog('test', 'ndelay', 'local0'), 'openlog';
ok syslog(LOG_DEBUG, 'a message'), 'syslog';
is setlogmask(LOG_UPTO(LOG_ERR)), 255, 'the mask before';
ok closelog, 'closelog';
is LOG_MASK(LOG_ERR) | LOG_LOCAL7, 8 | 184, 'macros';

is encode_qp("caf\xe9 = x \n" . 'y' x 80), "caf=E9 =3D x=20\n" . 'y' x 75 . "=\n" . 'y' x 5 . "=\n", 'quoted-printable';
is decode_qp("a=\nb =20\n=41"), "ab  \nA", '... and back';

use Socket qw(:all);
is length(pack_ip_mreq("\xe0\0\0\1")), 8, 'pack_ip_mreq';
ok !eval { AF_802(); 1 }, 'an address family of other systems';
like $@, qr/^Your vendor has not defined Socket macro AF_802, used at /, '... says so';

done_testing;
