/** Fcntl (perldoc Fcntl): constants of open(2), fcntl(2), flock(2), lseek(2), and file modes. */
import { currentAbi } from '../../../abi/current-abi.js';
import * as files from '../../../abi/linux-files.js';
import { int } from '../../../runtime/convert.js';
import { bool, type PerlValue } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { defineConstants, exportsOf, type NativeModule, words } from '../native-module.js';

const S_IFMT = 0o170000;

const always =
  words(`FD_CLOEXEC F_DUPFD F_EXLCK F_GETFD F_GETFL F_GETLK F_GETLK64 F_GETOWN F_RDLCK F_SETFD F_SETFL F_SETLK
  F_SETLK64 F_SETLKW F_SETLKW64 F_SETOWN F_SHLCK F_UNLCK F_WRLCK O_ACCMODE O_APPEND O_ASYNC O_CREAT O_DIRECT O_DIRECTORY
  O_DSYNC O_EXCL O_LARGEFILE O_NDELAY O_NOCTTY O_NOFOLLOW O_NONBLOCK O_RDONLY O_RDWR O_RSYNC O_SYNC O_TRUNC O_WRONLY`);

const tags = {
  flock: words('LOCK_SH LOCK_EX LOCK_NB LOCK_UN'),
  Fcompat: words('FAPPEND FASYNC FNDELAY FNONBLOCK'),
  seek: words('SEEK_SET SEEK_CUR SEEK_END'),
  mode: words(`S_ISUID S_ISGID S_ISVTX _S_IFMT S_IFREG S_IFDIR S_IFLNK S_IFSOCK S_IFBLK S_IFCHR S_IFIFO S_IRUSR S_IWUSR
    S_IXUSR S_IRWXU S_IRGRP S_IWGRP S_IXGRP S_IRWXG S_IROTH S_IWOTH S_IXOTH S_IRWXO S_IREAD S_IWRITE S_IEXEC S_ISREG
    S_ISDIR S_ISLNK S_ISSOCK S_ISBLK S_ISCHR S_ISFIFO S_IFMT S_IMODE`),
};

const onRequest =
  words(`DN_ACCESS DN_ATTRIB DN_CREATE DN_DELETE DN_MODIFY DN_MULTISHOT DN_RENAME F_GETLEASE F_GETPIPE_SZ
  F_GETSIG F_NOTIFY F_SETLEASE F_SETPIPE_SZ F_SETSIG O_NOATIME O_TMPFILE`);

/** Second spellings, and constants too rare for the tables of the C headers. */
function aliases(): Record<string, number> {
  return {
    F_GETLK64: 5,
    F_SETLK64: 6,
    F_SETLKW64: 7,
    F_EXLCK: 4,
    F_SHLCK: 8,
    F_GETLEASE: 1025,
    F_SETLEASE: 1024,
    F_NOTIFY: 1026,
    F_SETPIPE_SZ: 1031,
    F_GETPIPE_SZ: 1032,
    DN_ACCESS: 1,
    DN_MODIFY: 2,
    DN_CREATE: 4,
    DN_DELETE: 8,
    DN_RENAME: 16,
    DN_ATTRIB: 32,
    DN_MULTISHOT: 0x80000000,
    FAPPEND: files.O_APPEND,
    FASYNC: files.O_ASYNC,
    FNDELAY: files.O_NDELAY,
    FNONBLOCK: files.O_NONBLOCK,
    S_IREAD: 0o400,
    S_IWRITE: 0o200,
    S_IEXEC: 0o100,
    _S_IFMT: S_IFMT,
  };
}

export const fcntl: NativeModule = {
  version: '1.15',
  install(perl) {
    exportsOf(perl, 'Fcntl', { always, onRequest: [...onRequest, ...Object.values(tags).flat()], tags });
    defineConstants(perl, 'Fcntl', { ...files, ...currentAbi().constants, ...aliases() });
    defineModeFunctions(perl);
  },
};

/** S_ISREG and its like ask the mode that stat gave. */
function defineModeFunctions(perl: Interp): void {
  const mode = (v: PerlValue): number => Number(int(v, 'subroutine entry'));
  const kinds = {
    S_ISREG: 0o100000,
    S_ISDIR: 0o040000,
    S_ISLNK: 0o120000,
    S_ISSOCK: 0o140000,
    S_ISBLK: 0o060000,
    S_ISCHR: 0o020000,
    S_ISFIFO: 0o010000,
  };
  for (const [name, kind] of Object.entries(kinds)) {
    perl.define(`Fcntl::${name}`, (args) => bool((mode(args.get(0)) & S_IFMT) === kind));
  }
  perl.define('Fcntl::S_IFMT', (args) => (args.length > 0 ? mode(args.get(0)) & S_IFMT : S_IFMT));
  perl.define('Fcntl::S_IMODE', (args) => mode(args.get(0)) & 0o7777);
}
