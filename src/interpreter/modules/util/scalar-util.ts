/** Scalar::Util (perldoc Scalar::Util). */
import type { PerlArray } from '../../../runtime/array.js';
import { PerlCode } from '../../../runtime/code.js';
import { looksLikeNumber, num, str } from '../../../runtime/convert.js';
import { GlobValue, PerlGlob } from '../../../runtime/glob.js';
import { refType } from '../../../runtime/stringify-ref.js';
import { addressOf, bool, Dual, NO, type PerlValue, referentOf } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { handleOf } from '../../io/handles.js';
import { exportsOf, type NativeModule, words } from '../native-module.js';
import { isWeak, unweaken, weaken } from './weak-references.js';

export const scalarUtil: NativeModule = {
  version: '1.63',
  install(perl) {
    exportsOf(perl, 'Scalar::Util', {
      onRequest: words(`blessed refaddr reftype readonly tainted weaken unweaken isweak isvstring isdual dualvar
        looks_like_number set_prototype openhandle`),
    });
    const define = (name: string, prototype: string, fn: (v: PerlValue, args: PerlArray) => PerlValue | void): void => {
      perl.define(`Scalar::Util::${name}`, (args) => fn(args.get(0), args), prototype);
    };
    define('blessed', '$', blessed);
    define('refaddr', '$', refaddr);
    define('reftype', '$', reftype);
    define('readonly', '$', (_v, args) => (args.at(0).readonly ? 134217728 : 0));
    define('tainted', '$', () => NO);
    define('weaken', '$', (_v, args) => weaken(args.at(0)));
    define('unweaken', '$', (_v, args) => unweaken(args.at(0)));
    define('isweak', '$', (_v, args) => bool(isWeak(args.at(0))));
    define('isvstring', '$', () => NO);
    define('isdual', '$', (v) => bool(v instanceof Dual));
    define('dualvar', '$$', (v, args) => new Dual(num(v, 'subroutine entry'), str(args.get(1), 'subroutine entry')));
    define('looks_like_number', '$', (v) => bool(looksLikeNumberHere(perl, v)));
    define('openhandle', '$', openHandle);
    define('set_prototype', '&$', (code, args) => setPrototype(perl, code, args.get(1)));
  },
};

export function blessed(v: PerlValue): PerlValue {
  return referentOf(v)?.blessed?.name ?? (referentOf(v) !== null && refType(v) === 'REGEXP' ? 'Regexp' : undefined);
}

export function refaddr(v: PerlValue): PerlValue {
  const referent = referentOf(v);
  return referent === null ? undefined : addressOf(referent);
}

export function reftype(v: PerlValue): PerlValue {
  return referentOf(v) === null ? undefined : refType(v);
}

/** Objects count if they overload `0+`. */
function looksLikeNumberHere(perl: Interp, v: PerlValue): boolean {
  const stash = referentOf(v)?.blessed;
  if (stash) return perl.findMethod(stash, '(0+') !== null;
  return looksLikeNumber(v);
}

/** The handle itself if it is open, undef otherwise. */
function openHandle(v: PerlValue): PerlValue {
  if (v === undefined || v === '') return undefined;
  const isGlob = v instanceof PerlGlob || v instanceof GlobValue;
  if (!isGlob && referentOf(v) === null) return undefined;
  const handle = handleOf(v);
  return handle !== null && (handle.tied !== undefined || handle.stream !== null) ? v : undefined;
}

function setPrototype(perl: Interp, code: PerlValue, prototype: PerlValue): PerlValue {
  if (!(code instanceof PerlCode)) return perl.die('set_prototype: not a subroutine reference');
  code.prototype = prototype === undefined ? null : str(prototype, 'set_prototype');
  return code;
}
