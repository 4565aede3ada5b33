/** perlfunc and perlop, by how their words are read: what follows, and which token they are. */

function words(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/));
}

/** Named unary operators (perlop). */
const UNARY = words(`
abs alarm caller chdir chomp chop chr chroot close closedir cos dbmclose defined delete each eof evalbytes exists exit exp
fc fileno getpgrp getprotobyname getpwnam getpwuid getpeername gethostbyname getnetbyname getsockname getgrnam getgrgid
gmtime hex int keys lc lcfirst length localtime lock log lstat oct ord prototype quotemeta rand readdir ref reset rewinddir
rmdir scalar sethostent setnetent setservent setprotoent sin sleep sqrt srand stat study tell telldir tied uc ucfirst untie
values write`);
/** Unary operators that `//` may follow: it is the operator then. */
const UNARY_OR = words('getc pop pos readline readpipe readlink shift undef umask');
const LIST = words(`
accept atan2 bind binmode bless crypt chmod chown connect dbmopen die fcntl flock formline getpriority getprotobynumber
gethostbyaddr getnetbyaddr getservbyname getservbyport getsockopt glob index ioctl join kill link listen mkdir msgctl msgget
msgrcv msgsnd open opendir push pack pipe rename rindex read recv reverse select seek semctl semget semop send setpgrp
setpriority seekdir setsockopt shmctl shmget shmread shmwrite shutdown socket socketpair split sprintf splice substr symlink
syscall sysopen sysseek sysread syswrite tie truncate unlink unpack utime unshift vec warn waitpid`);
/** A handle or a block may come first. */
const LIST_WITH_OBJECT = words('exec grep map print printf say sort system');
const NONE = words(`
break fork endhostent endnetent endservent endprotoent endpwent endgrent getppid getprotoent getpwent gethostent getnetent
getservent getgrent getlogin setpwent setgrent time times wait wantarray`);
const LOOP = words('next last redo goto dump');
const OTHER = words(`
__FILE__ __LINE__ __PACKAGE__ __DATA__ __END__ __SUB__ AUTOLOAD BEGIN UNITCHECK DESTROY END INIT CHECK and cmp continue
default do else elsif eq eval for foreach format ge given gt if isa le local lt m my ne no not or our package q qq qr qw qx
require return s say state sub tr unless until use when while x xor y try catch finally defer`);

/** Words that are keywords only under a feature (feature). */
const FEATURE: Record<string, string> = {
  say: 'say',
  state: 'state',
  fc: 'fc',
  evalbytes: 'evalbytes',
  given: 'switch',
  when: 'switch',
  default: 'switch',
  break: 'switch',
  __SUB__: 'current_sub',
  isa: 'isa',
  try: 'try',
  catch: 'try',
  finally: 'try',
  defer: 'defer',
};
/** Keywords that a sub of their name, imported, does not take the place of. */
const FIXED = words(`
AUTOLOAD BEGIN UNITCHECK DESTROY END INIT CHECK __DATA__ __END__ catch default defer defined delete do else elsif eval exists
finally for foreach format given glob goto grep if last local m map my next no our package pos print printf prototype q qq
qr qw qx redo require return s say scalar sort split state study sub tr try undef unless until use when while y`);

export type WordKind = 'unary' | 'unary-or' | 'list' | 'list-with-object' | 'none' | 'loop' | 'other';

export function keyword(word: string, feature: (name: string) => boolean): WordKind | null {
  const needed = FEATURE[word];
  if (needed !== undefined && !feature(needed)) return null;
  if (UNARY.has(word)) return 'unary';
  if (LIST.has(word)) return 'list';
  if (LIST_WITH_OBJECT.has(word)) return 'list-with-object';
  if (UNARY_OR.has(word)) return 'unary-or';
  if (NONE.has(word)) return 'none';
  if (LOOP.has(word)) return 'loop';
  return OTHER.has(word) ? 'other' : null;
}

export function canBeReplaced(word: string): boolean {
  return !FIXED.has(word);
}

/** The first operand is a file handle. */
const HANDLE_FIRST = words(`
open close binmode eof tell seek truncate fcntl ioctl flock send recv socket bind connect listen accept shutdown getsockopt
setsockopt getpeername getsockname stat lstat opendir readdir telldir seekdir rewinddir closedir pipe sysopen sysread
syswrite sysseek read print printf say select getc readline write fileno -X`);

export function takesHandle(name: string): boolean {
  return HANDLE_FIRST.has(name);
}
