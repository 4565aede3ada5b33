/** Errno (perldoc Errno): E-names as constants, and the class behind %!. */
import { errnoNumbers } from '../../../abi/errno-names.js';
import { str } from '../../../runtime/convert.js';
import { errnoHashExists, errnoHashFetch, errnoHashKeys, errnoPosixNames } from '../../../runtime/errno-hash.js';
import type { PerlCode } from '../../../runtime/code.js';
import { PerlHash } from '../../../runtime/hash.js';
import { bool, NO, VOID, type PerlValue } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { tie } from '../../library/tie.js';
import { callAs } from '../core/call-as.js';
import { defineConstants, exportsOf, type NativeModule } from '../native-module.js';

export const errno: NativeModule = {
  version: '1.38',
  install(perl) {
    const names = Object.keys(errnoNumbers);
    exportsOf(perl, 'Errno', { onRequest: names, tags: { POSIX: errnoPosixNames } });
    defineConstants(perl, 'Errno', errnoNumbers);
    defineTie(perl);
    tie(perl, perl.glob('main::!').hv, ['Errno']);
  },
};

/** The methods of the tied %!: reading only. */
function defineTie(perl: Interp): void {
  const name = (v: PerlValue): string => str(v, 'hash element');
  perl.define('Errno::TIEHASH', (args) => {
    const object = new PerlHash();
    object.blessed = perl.stash(name(args.get(0)));
    return object;
  });
  perl.define('Errno::FETCH', (args) => {
    const value = errnoHashFetch(name(args.get(1)), perl.errno);
    return value === '' ? NO : value;
  });
  perl.define('Errno::EXISTS', (args) => bool(errnoHashExists(name(args.get(1)))));
  perl.define('Errno::FIRSTKEY', () => errnoHashKeys[0]);
  perl.define('Errno::NEXTKEY', (args) => errnoHashKeys[errnoHashKeys.indexOf(name(args.get(1))) + 1]);
  perl.define('Errno::SCALAR', () => errnoHashKeys.length);
  for (const method of ['STORE', 'CLEAR', 'DELETE']) {
    const code = perl.define(`Errno::${method}`, () => readOnly(perl, code));
  }
}

function readOnly(perl: Interp, code: PerlCode): never {
  perl.compiler.requireModule('Carp');
  const confess = perl.glob('Carp::confess').c as PerlCode;
  callAs(perl, 'Errno', code, () => perl.call(confess, ['ERRNO hash is read only!'], VOID));
  throw new Error('confess returned');
}
