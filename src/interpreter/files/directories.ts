/** opendir, readdir and their family, and chdir (perlfunc). */
import { EBADF, EINVAL } from '../../abi/linux-errno.js';
import { sys } from '../../libc/results.js';
import type { Op } from '../../runtime/active.js';
import { int, str } from '../../runtime/convert.js';
import { GlobValue, PerlGlob } from '../../runtime/glob.js';
import type { Scalar } from '../../runtime/scalar.js';
import { bool, LIST } from '../../runtime/value.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import { DirectoryStream } from '../io/directory-stream.js';
import { globOf, handleIn, makeHandle, requiredGlob } from '../io/handles.js';
import { attempt, pathBytes } from '../io/node-errno.js';
import { vivifiedGlob } from '../io/open-function.js';
import { fail, perl } from '../io/perl.js';

export function opendir(op: Op, target: Scalar | PerlValue, name: PerlValue): PerlValue {
  const glob = vivifiedGlob(op, target, 0);
  const handle = makeHandle(glob);
  if (handle.stream !== null) perl().warnDefault('io', `Opening filehandle ${glob.name} also as a directory`);
  const directory = DirectoryStream.open(str(name, op));
  handle.directory = null;
  if (typeof directory === 'number') {
    return fail(directory);
  }
  handle.directory = directory;
  return 1;
}

/** The open directory of a handle; a warning and EBADF if there is none. */
function directoryOf(value: PerlValue, name: string): DirectoryStream | null {
  const glob = requiredGlob(value);
  const directory = handleIn(glob)?.directory ?? null;
  if (directory !== null) return directory;
  perl().warn('io', `${name}() attempted on invalid dirhandle ${glob.name}`);
  perl().errno = EBADF;
  return null;
}

export function readdir(_op: Op, want: Want, value: PerlValue): PerlValue | PerlValue[] {
  const directory = directoryOf(value, 'readdir');
  if (want === LIST) return directory === null ? [] : directory.rest();
  return directory?.next();
}

export function telldir(_op: Op, value: PerlValue): PerlValue {
  return directoryOf(value, 'telldir')?.position;
}

export function seekdir(op: Op, value: PerlValue, position: PerlValue): PerlValue {
  const directory = directoryOf(value, 'seekdir');
  if (directory === null) return undefined;
  directory.position = Number(int(position, op));
  return 1;
}

export function rewinddir(_op: Op, value: PerlValue): PerlValue {
  const directory = directoryOf(value, 'rewinddir');
  if (directory === null) return undefined;
  directory.rewind();
  return 1;
}

export function closedir(_op: Op, value: PerlValue): PerlValue {
  if (directoryOf(value, 'closedir') === null) return undefined;
  makeHandle(requiredGlob(value)).directory = null;
  return 1;
}

/** chdir NAME, chdir HANDLE, or chdir to the home directory. */
export function chdir(op: Op, ...where: PerlValue[]): PerlValue {
  const value = where.length > 0 ? where[0] : home();
  if (where.length === 0 && value === undefined) return answer(-EINVAL);
  if (value instanceof PerlGlob || value instanceof GlobValue) return changeToHandle(value);
  const path = pathBytes(str(value, op));
  return answer(attempt(() => process.chdir(path.toString('utf8'))));
}

function home(): PerlValue {
  const env = perl().glob('main::ENV').hv;
  return env.get('HOME') ?? env.get('LOGDIR');
}

function changeToHandle(value: PerlValue): PerlValue {
  const handle = handleIn(globOf(value));
  if (handle?.directory) return answer(attempt(() => process.chdir(handle.directory!.path.toString('utf8'))));
  return answer(handle?.stream ? sys.fchdir(handle.fd) : -EBADF);
}

function answer(result: number): PerlValue {
  if (result < 0) fail(result);
  return bool(result === 0);
}
