/** bless, ref, caller, prototype, isa and questions about subs (perlobj, perlfunc). */
import { Arguments } from '../../runtime/arguments.js';
import { PerlCode } from '../../runtime/code.js';
import { looksLikeReference, str, toNumber } from '../../runtime/convert.js';
import type { PerlArray } from '../../runtime/array.js';
import type { PerlGlob } from '../../runtime/glob.js';
import { LIST, type PerlValue, referentOf, type Want } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { interp } from '../core/interp.js';
import { leaveHandle } from '../io/ended-globs.js';
import { handleIn } from '../io/handles.js';
import { refType as referenceType } from '../../runtime/stringify-ref.js';
import { coreFunction } from '../syntax/core-functions.js';
import type { Held } from '../lifetime/counts.js';
import { warningBits } from '../core/hints.js';
import { derefC } from './dereference.js';

export function bless(perl: Interp, ref: PerlValue, cls: PerlValue): PerlValue {
  const referent = referentOf(ref);
  if (referent === null) return perl.die("Can't bless non-reference value");
  if (looksLikeReference(cls)) return perl.die('Attempt to bless into a reference');
  let name = str(cls, 'bless');
  if (name === '') {
    perl.warn('misc', "Explicit blessing to '' (assuming package main)");
    name = 'main';
  }
  referent.blessed =
    perl.packages.stashes.get(name) ?? perl.stash(name.replace(/^(?:::)?(?:main::)?(?=.)/, '').replace(/'/g, '::'));
  perl.lifetimes?.blessed(referent as Held);
  return ref;
}

/** ref EXPR: class or type, '' for non-references */
export function refType(v: PerlValue): PerlValue {
  if (typeof v !== 'object') return '';
  const referent = referentOf(v);
  if (referent === null) return '';
  return referent.blessed ? referent.blessed.name : referenceType(v);
}

export function isaOp(v: PerlValue, cls: PerlValue): boolean {
  const blessed = referentOf(v)?.blessed;
  if (!blessed) return false;
  const perl = interp();
  const isa = perl.findMethod(blessed, 'isa');
  if (isa !== null && !isa.native) return isTrue(perl.call(isa, [v, cls], 1) as PerlValue);
  return perl.packages.isa(blessed.name, str(cls));
}
const isTrue = (v: PerlValue): boolean => v !== undefined && v !== '' && v !== 0 && v !== '0';

export function subDefined(glob: PerlGlob): boolean {
  return glob.c !== null && glob.c.fn !== null;
}
export function subExists(glob: PerlGlob): boolean {
  return glob.c !== null && (glob.c.fn !== null || glob.c.declared);
}
export function codeDefined(perl: Interp, v: PerlValue): boolean {
  if (v instanceof PerlCode) return v.fn !== null;
  if (v === undefined) return false;
  if (looksLikeReference(v)) return derefC(perl, v).fn !== null;
  const glob = perl.packages.find(perl.packages.qualify(str(v).replace(/^&/, ''), perl.currentPackage()));
  return glob !== undefined && subDefined(glob);
}
export function undefSub(perl: Interp, glob: PerlGlob): PerlValue {
  return glob.c === null ? undefined : undefCode(perl, glob.c);
}
export function undefCode(perl: Interp, code: PerlCode): PerlValue {
  const { codes, depth } = perl.frames;
  if (depth > 0 && codes.lastIndexOf(code, depth - 1) >= 0) perl.die("Can't undef active subroutine");
  code.fn = null;
  code.declared = true;
  perl.packages.generation++;
  return undefined;
}
export function undefGlob(perl: Interp, glob: PerlGlob): PerlValue {
  glob.a = null;
  glob.h = null;
  glob.c = null;
  const handle = handleIn(glob);
  glob.io = null;
  if (handle !== null) leaveHandle(handle, glob);
  glob.format = null;
  glob.s.v = undefined;
  perl.packages.generation++;
  return undefined;
}

export function prototypeOf(perl: Interp, v: PerlValue): PerlValue {
  if (v instanceof PerlCode) return v.prototype ?? undefined;
  if (looksLikeReference(v)) return derefC(perl, v).prototype ?? undefined;
  const name = str(v).replace(/^&/, '');
  if (name.startsWith('CORE::')) return corePrototype(perl, name.slice(6));
  return perl.packages.find(perl.packages.qualify(name, perl.currentPackage()))?.c?.prototype ?? undefined;
}
const withoutPrototype = new Set(
  'chomp chop defined delete do each eval exec exists format glob goto grep keys last local map my next no our package pos print printf prototype redo require return say scalar shift sort split splice state study sub system undef unless use values while pop push unshift'
    .split(' ')
    .filter(
      (w) =>
        ![
          'each',
          'keys',
          'values',
          'pop',
          'push',
          'shift',
          'unshift',
          'splice',
          'pos',
          'prototype',
          'glob',
          'study',
        ].includes(w),
    ),
);
function corePrototype(perl: Interp, name: string): PerlValue {
  if (withoutPrototype.has(name)) return undefined;
  const f = coreFunction(name);
  if (f === undefined) return perl.die(`Can't find an opnumber for "${name}"`);
  return f.prototype;
}

/** @DB::args shows the arguments, and holds them no more than @_ does (perldebguts). */
function showArguments(perl: Interp, args: PerlArray): void {
  const shown = perl.glob('DB::args').av;
  if (perl.lifetimes !== null) shown.rc = -1;
  shown.assign(args instanceof Arguments ? args.original() : args.list());
}

/** caller (perlfunc): three values without operand, eleven with */
export function caller(perl: Interp, level: PerlValue | null, want: Want): PerlValue | PerlValue[] {
  const frame = perl.caller(level === null ? 0 : Math.trunc(toNumber(level, 'caller')));
  if (frame === null) return want === LIST ? [] : undefined;
  if (want !== LIST) return frame.pkg;
  const place = [frame.pkg, frame.file, frame.line];
  if (level === null) return place;
  if (frame.args !== null && frame.kind === 'sub' && perl.currentPackage() === 'DB') showArguments(perl, frame.args);
  const wantValue = frame.want === 2 ? 1 : frame.want === 1 ? '' : undefined;
  const hasArgs = frame.kind === 'sub' ? 1 : '';
  const isRequire = frame.kind === 'require' ? 1 : frame.kind === 'evalstr' ? '' : undefined;
  const evalText = frame.kind === 'evalstr' || frame.kind === 'require' ? (frame.evalText ?? undefined) : undefined;
  return [...place, frame.sub, hasArgs, wantValue, evalText, isRequire, 0, warningBits(frame.cop.hints), undefined];
}
