/** Cwd (perldoc Cwd). */
import { readlinkSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { ENOENT } from '../../../abi/linux-errno.js';
import { str } from '../../../runtime/convert.js';
import type { PerlValue } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { negativeErrno } from '../../io/node-errno.js';
import { exportsOf, type NativeModule, words } from '../native-module.js';

const bytes = (path: string): string => Buffer.from(path, 'utf8').toString('latin1');
const path = (text: string): string => Buffer.from(text, 'latin1').toString('utf8');

/** The kernel's answer: node remembers its own, which may be gone or changed behind its back. */
function currentDirectory(perl: Interp): PerlValue {
  try {
    return bytes(readlinkSync('/proc/self/cwd').replace(/ \(deleted\)$/, ''));
  } catch (e) {
    perl.errno = -negativeErrno(e);
    return undefined;
  }
}

/** abs_path: symbolic links resolved; only the last component may be missing. */
function realPath(perl: Interp, given: string): PerlValue {
  const base = String(currentDirectory(perl) ?? '/');
  const full = isAbsolute(given) ? given : join(base, given);
  try {
    return bytes(realpathSync(path(full)));
  } catch (e) {
    const code = -negativeErrno(e);
    perl.errno = code;
    if (code !== ENOENT) return undefined;
    try {
      return bytes(join(realpathSync(path(dirname(full))), path(full).replace(/^.*\/(?=[^/])/, '')));
    } catch {
      return undefined;
    }
  }
}

export const cwd: NativeModule = {
  version: '3.90',
  install(perl) {
    exportsOf(perl, 'Cwd', {
      always: words('cwd getcwd fastcwd fastgetcwd'),
      onRequest: words('chdir abs_path fast_abs_path realpath fast_realpath'),
    });
    for (const name of words('cwd getcwd fastcwd fastgetcwd'))
      perl.define(`Cwd::${name}`, () => currentDirectory(perl));
    for (const name of words('abs_path fast_abs_path realpath fast_realpath')) {
      perl.define(`Cwd::${name}`, (args) =>
        realPath(perl, args.length > 0 ? str(args.get(0), 'abs_path') || '.' : '.'),
      );
    }
    perl.define('Cwd::chdir', (args, want) => perl.call(chdirCode(perl), args.list(), want));
  },
};

function chdirCode(perl: Interp): never {
  return perl.compiler.evalIn('sub { CORE::chdir($_[0]) }', 'Cwd', 1) as never;
}
