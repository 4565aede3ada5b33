/** References to containers: strictness, symbolic references, autovivification (perlref). */
import { active } from '../../runtime/active.js';
import { PerlArray } from '../../runtime/array.js';
import { PerlCode } from '../../runtime/code.js';
import { looksLikeReference, str } from '../../runtime/convert.js';
import { counting } from '../../runtime/counting.js';
import { GlobValue, PerlGlob } from '../../runtime/glob.js';
import { PerlHash } from '../../runtime/hash.js';
import { MagicScalar, Scalar } from '../../runtime/scalar.js';
import { type PerlValue, ScalarRef, referentOf } from '../../runtime/value.js';
import type { CopInfo } from '../core/cops.js';
import { type Interp, interp } from '../core/interp.js';
import { GlobScalar } from './glob-scalar.js';
import { TiedArray, TiedHash } from './tie.js';
import { assignGlob, globLvalue } from './typeglobs.js';
import { dereferenced } from '../operators/overload.js';

const kinds = { '@': 'an ARRAY', '%': 'a HASH', $: 'a SCALAR', '&': 'a CODE', '*': 'a GLOB' } as const;
type DerefSigil = keyof typeof kinds;

function hints(perl: Interp): CopInfo['hints'] {
  return (perl.cops[perl.cop] as CopInfo).hints;
}

/** The glob a symbolic reference names, or perl's complaint under strict refs. */
function symbolic(v: PerlValue, sigil: DerefSigil): PerlGlob {
  const perl = interp();
  const name = str(v);
  if (hints(perl).strictRefs) {
    const shown = name.length > 32 ? `${name.slice(0, 32)}"...` : `${name}"`;
    return perl.die(`Can't use string ("${shown}) as ${kinds[sigil]} ref while "strict refs" in use`);
  }
  return perl.glob(perl.packages.qualify(name.replace(/^\*/, ''), perl.currentPackage()));
}

function undefinedReference(sigil: DerefSigil): never {
  return active().die(`Can't use an undefined value as ${kinds[sigil]} reference`);
}
function wrongReference(sigil: DerefSigil): never {
  return active().die(`Not ${kinds[sigil]} reference`);
}

function globOf(v: PerlValue): PerlGlob | null {
  if (v instanceof PerlGlob) return v;
  return v instanceof GlobValue ? v.globValue : null;
}

/** The same where its variables are wanted: a bare handle (*FH{IO}) has none. */
function slotsOf(v: PerlValue): PerlGlob | null {
  const glob = globOf(v);
  return glob?.bareHandle ? null : glob;
}

/** Whose array or hash `@{*x}` and `%{*x}` are: a reference to a glob is no reference to those. */
const holderOf = (v: PerlValue): PerlGlob | null => (v instanceof GlobValue ? slotsOf(v) : null);

function arrayBehindValue(given: PerlValue): PerlArray {
  const v = isBlessed(given) ? dereferenced(given, '@{}') : given;
  if (v instanceof PerlArray) return v;
  const glob = holderOf(v);
  if (glob !== null) return glob.av;
  if (v === undefined) return undefinedReference('@');
  if (looksLikeReference(v)) return wrongReference('@');
  return symbolic(v, '@').av;
}
function hashBehindValue(given: PerlValue): PerlHash {
  const v = isBlessed(given) ? dereferenced(given, '%{}') : given;
  if (v instanceof PerlHash) return v;
  const glob = holderOf(v);
  if (glob !== null) return glob.hv;
  if (v === undefined) return undefinedReference('%');
  if (looksLikeReference(v)) return wrongReference('%');
  return stashHash(str(v)) ?? symbolic(v, '%').hv;
}
/** %{"Foo::"}: the symbol table */
function stashHash(name: string): PerlHash | null {
  if (!name.endsWith('::')) return null;
  return interp().glob(interp().packages.qualify(name, 'main')).hv;
}
function isBlessed(v: PerlValue): boolean {
  return typeof v === 'object' && !!referentOf(v)?.blessed;
}

/** @$v where $v must be a reference. */
export function derefA(v: PerlValue): PerlArray {
  return v instanceof PerlArray && v.blessed === null ? v : v === undefined ? emptyOrDie() : arrayBehindValue(v);
}
export function derefH(v: PerlValue): PerlHash {
  return v instanceof PerlHash && v.blessed === null ? v : v === undefined ? emptyHashOrDie() : hashBehindValue(v);
}
/** undef as an rvalue: dies under strict refs, is empty (with a warning) otherwise */
function emptyOrDie(): PerlArray {
  if (hints(interp()).strictRefs) return undefinedReference('@');
  active().uninitialized('array dereference');
  return new PerlArray();
}
function emptyHashOrDie(): PerlHash {
  if (hints(interp()).strictRefs) return undefinedReference('%');
  active().uninitialized('hash dereference');
  return new PerlHash();
}

/** $$v */
export function derefS(given: PerlValue): Scalar {
  const v = isBlessed(given) ? dereferenced(given, '${}') : given;
  if (v instanceof ScalarRef) return v.target;
  if (v instanceof PerlGlob) return new GlobScalar(v, (x) => assignGlob(interp(), v, x));
  const glob = slotsOf(v);
  // A reference to a glob refers to what is itself a kind of scalar; `${*x}` is the scalar in it (perlref).
  if (glob !== null) return v instanceof PerlGlob ? globLvalue(interp(), glob) : glob.s;
  if (v === undefined) return undefinedReference('$');
  if (looksLikeReference(v)) return wrongReference('$');
  return symbolic(v, '$').s;
}
/** `lenient`: `\\&$name` is allowed even under strict refs (perldoc strict). */
export function derefC(perl: Interp, given: PerlValue, lenient = false): PerlCode {
  const v = isBlessed(given) && !(given instanceof PerlCode) ? dereferenced(given, '&{}') : given;
  if (v instanceof PerlCode && !v.isFormat) return v;
  if (v instanceof PerlCode) return perl.die('Not a CODE reference');
  const glob = slotsOf(v);
  if (glob !== null) return codeOfGlob(perl, glob);
  if (v === undefined) return perl.die("Can't use an undefined value as a subroutine reference");
  if (looksLikeReference(v)) return perl.die('Not a CODE reference');
  const name = str(v);
  if (hints(perl).strictRefs && !lenient) {
    return perl.die(
      `Can't use string ("${name.slice(0, 32)}"${name.length > 32 ? '...' : ''}) as a subroutine ref while "strict refs" in use`,
    );
  }
  return codeOfGlob(perl, perl.glob(perl.packages.qualify(name.replace(/^&/, ''), perl.currentPackage())));
}
function codeOfGlob(perl: Interp, glob: PerlGlob): PerlCode {
  return glob.c ?? new PerlCode(perl.stash(glob.stash.name), glob.name, null);
}
/** *{$v} */
export function derefG(perl: Interp, v: PerlValue): PerlGlob {
  const glob = globOf(v);
  if (glob !== null) return glob;
  if (v === undefined) return perl.die("Can't use an undefined value as a symbol reference");
  if (v instanceof PerlCode || looksLikeReference(v)) return wrongReference('*');
  if (hints(perl).strictRefs)
    return perl.die(
      `Can't use string ("${str(v).slice(0, 32)}"${str(v).length > 32 ? '...' : ''}) as a symbol ref while "strict refs" in use`,
    );
  return perl.glob(perl.packages.qualify(str(v).replace(/^\*/, ''), perl.currentPackage()));
}

/** The glob that `local $$v` saves the slot of: a name or a glob, no reference. */
export function localisable(perl: Interp, v: PerlValue): PerlGlob {
  if (globOf(v) === null && looksLikeReference(v)) perl.die("Can't localize through a reference");
  return derefG(perl, v);
}

// ---- autovivification: vivXY makes an X inside a Y ---------------------------------------------------------------
// A tied Y may keep something else than it was given: it is asked again.

/** @$sv, made if undef */
export function vivA(sv: Scalar): PerlArray {
  const v = sv.v;
  if (v instanceof PerlArray && v.blessed === null) return v;
  if (v !== undefined) return arrayBehindValue(v);
  const made = new PerlArray();
  sv.v = made;
  return sv instanceof MagicScalar ? arrayBehindValue(sv.v) : made;
}
export function vivH(sv: Scalar): PerlHash {
  const v = sv.v;
  if (v instanceof PerlHash && v.blessed === null) return v;
  if (v !== undefined) return hashBehindValue(v);
  const made = new PerlHash();
  sv.v = made;
  return sv instanceof MagicScalar ? hashBehindValue(sv.v) : made;
}
export function vivS(sv: Scalar): Scalar {
  const v = sv.v;
  if (v !== undefined) return derefS(v);
  const made = anonymous(undefined);
  sv.v = new ScalarRef(made);
  return sv instanceof MagicScalar ? derefS(sv.v) : made;
}
export function vivAA(a: PerlArray, i: number): PerlArray {
  const v = a.get(i);
  if (v instanceof PerlArray && v.blessed === null) return v;
  if (v !== undefined) return arrayBehindValue(v);
  const made = new PerlArray();
  a.set(i, made);
  return a instanceof TiedArray ? arrayBehindValue(a.get(i)) : made;
}
export function vivHA(a: PerlArray, i: number): PerlHash {
  const v = a.get(i);
  if (v instanceof PerlHash && v.blessed === null) return v;
  if (v !== undefined) return hashBehindValue(v);
  const made = new PerlHash();
  a.set(i, made);
  return a instanceof TiedArray ? hashBehindValue(a.get(i)) : made;
}
export function vivAH(h: PerlHash, k: string): PerlArray {
  const v = h.get(k);
  if (v instanceof PerlArray && v.blessed === null) return v;
  if (v !== undefined) return arrayBehindValue(v);
  const made = new PerlArray();
  h.set(k, made);
  return h instanceof TiedHash ? arrayBehindValue(h.get(k)) : made;
}
export function vivHH(h: PerlHash, k: string): PerlHash {
  const v = h.get(k);
  if (v instanceof PerlHash && v.blessed === null) return v;
  if (v !== undefined) return hashBehindValue(v);
  const made = new PerlHash();
  h.set(k, made);
  return h instanceof TiedHash ? hashBehindValue(h.get(k)) : made;
}

/** The array or hash that an assignment expression or `local` left behind. */
export function arrayBehind(x: unknown): PerlArray {
  return x instanceof PerlArray ? x : vivA(x as Scalar);
}
export function hashBehind(x: unknown): PerlHash {
  return x instanceof PerlHash ? x : vivH(x as Scalar);
}

// ---- making references ------------------------------------------------------------------------------------------

export function refTo(x: Scalar | PerlArray | PerlHash | PerlGlob): PerlValue {
  return x instanceof Scalar ? new ScalarRef(x) : x;
}
export function refToValue(v: PerlValue): PerlValue {
  return new ScalarRef(anonymous(v));
}
/** A scalar that only references hold. */
function anonymous(v: PerlValue): Scalar {
  const s = new Scalar(v);
  if (counting.on) s.rc = 0;
  return s;
}
export function refsTo(slots: unknown[]): PerlValue[] {
  return slots.map((s) => (s instanceof Scalar ? new ScalarRef(s) : refToValue(s as PerlValue)));
}
/** \\(@list) in scalar context */
export function lastRef(refs: PerlValue[]): PerlValue {
  return refs.length > 0 ? refs.at(-1) : new ScalarRef(new Scalar(undefined));
}
export function refsToContainers(containers: unknown[]): PerlValue[] {
  return containers.filter((x) => x !== null).map((x) => refTo(x as Scalar));
}
/** \&name: a sub that may be defined later */
export function codeRef(perl: Interp, glob: PerlGlob): PerlCode {
  if (glob.c === null) {
    glob.c = new PerlCode(perl.stash(glob.stash.name), glob.name, null);
    glob.c.declared = true;
  }
  return glob.c;
}
/** \&$v: a sub that isn't there yet is promised, and may be defined later. */
export function codeRefTo(perl: Interp, v: PerlValue): PerlCode {
  const code = derefC(perl, v, true);
  if (code.fn === null && !code.declared) {
    const glob = perl.glob(`${code.stash.name}::${code.name}`);
    if (glob.c === null) glob.c = code;
    code.declared = true;
  }
  return code;
}
