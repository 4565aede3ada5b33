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
import { warnAboutPrototype, warnAboutRedefinition } from '../core/redefinition.js';
import { leaveHandle, shareHandle } from '../io/ended-globs.js';
import type { FileHandle } from '../io/file-handle.js';
import { makeHandle } from '../io/handles.js';
import { type Held, release, retain } from '../lifetime/counts.js';
import { GlobScalar } from './glob-scalar.js';
import { unlocalised } from './saved-globs.js';
import { TiedArray, TiedHash } from './tie.js';
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

// ---- typeglobs as values ----------------------------------------------------------------------------------------

export function globValue(glob: PerlGlob): GlobValue {
  const value = new GlobValue(glob);
  glob.taken?.push(value);
  return value;
}

/** *name as the left side of an assignment. */
class GlobLvalue extends MagicScalar {
  private readonly perl: Interp;
  private readonly glob: PerlGlob;
  constructor(perl: Interp, glob: PerlGlob) {
    super();
    this.perl = perl;
    this.glob = glob;
  }
  override fetch(): PerlValue {
    return new GlobValue(this.glob);
  }
  override store(v: PerlValue): void {
    assignGlob(this.perl, this.glob, v);
  }
}
export function globLvalue(perl: Interp, glob: PerlGlob): Scalar {
  return new GlobLvalue(perl, glob);
}

/** *glob = VALUE (perlmod "Symbol Tables"): a reference replaces one slot, a glob all of them. */
export function assignGlob(perl: Interp, glob: PerlGlob, v: PerlValue): void {
  const { s, a, h, c } = glob;
  const foreign = perl.currentPackage() !== glob.stash.name;
  const mark = (sigil: string): void => {
    if (foreign && !glob.imported.includes(sigil)) glob.imported += sigil;
  };
  if (v instanceof ScalarRef) {
    glob.s = v.target;
    mark('$');
  } else if (v instanceof PerlArray) {
    glob.a = v;
    mark('@');
    if (glob.name === 'ISA') perl.packages.generation++;
  } else if (v instanceof PerlHash) {
    glob.h = v;
    mark('%');
  } else if (v instanceof PerlCode && v.isFormat) {
    glob.format = v;
  } else if (v instanceof PerlCode) {
    redefine(perl, glob, v);
    mark('&');
  } else if (v instanceof PerlGlob || v instanceof GlobValue) {
    aliasGlob(perl, glob, v instanceof PerlGlob ? v : v.globValue);
  } else if (v === undefined) perl.warn('misc', 'Undefined value assigned to typeglob');
  else {
    const from = perl.glob(perl.packages.qualify(str(v).replace(/^\*/, ''), perl.currentPackage()));
    aliasGlob(perl, glob, from);
  }
  if (perl.lifetimes !== null) countSlots(glob, [s, a, h, c]);
}
/** What the glob holds now is held by it; what it held before is not any more. */
function countSlots(glob: PerlGlob, before: readonly (Held | null)[]): void {
  [glob.s, glob.a, glob.h, glob.c].forEach((slot, i) => {
    const old = before[i] as Held | null;
    if (slot === old) return;
    if (slot !== null) retain(slot);
    if (old !== null) release(old);
  });
}
function redefine(perl: Interp, glob: PerlGlob, code: PerlCode): void {
  const old = glob.c;
  if (old !== null && old !== code) {
    const name = `${glob.stash.name}::${glob.name}`;
    if (old.fn !== null) warnAboutRedefinition(perl, old, code, name);
    warnAboutPrototype(perl, old, code, name);
  }
  glob.c = code;
  perl.packages.generation++;
}
function aliasGlob(perl: Interp, glob: PerlGlob, from: PerlGlob): void {
  if (from === glob) return unlocalised(glob);
  glob.s = from.s;
  glob.a = from.av;
  glob.h = from.hv;
  if (from.c !== null) glob.c = from.c;
  glob.format = from.format;
  // One handle for both, even if only one of them is opened later.
  const handle = makeHandle(from);
  if (glob.io !== null && glob.io !== handle) leaveHandle(glob.io as FileHandle, glob);
  glob.io = handle;
  shareHandle(handle, from, glob);
  glob.imported = '$@%&';
  perl.packages.generation++;
}

/** *x{IO}: an object of class IO::File that is the handle. */
const ioObjects = new WeakMap<object, PerlGlob>();
function ioObject(glob: PerlGlob): PerlGlob {
  const io = glob.io as object;
  let object = ioObjects.get(io);
  if (object === undefined) {
    object = new PerlGlob(glob.stash, glob.name);
    object.io = glob.io;
    shareHandle(glob.io as FileHandle, glob, object);
    object.bareHandle = true;
    object.blessed = interp().stash('IO::File');
    ioObjects.set(io, object);
  }
  return object;
}

/** *x{ARRAY} (perlref "Making References", item 7) */
export function globElement(glob: PerlGlob, slot: string): PerlValue {
  switch (slot) {
    case 'SCALAR':
      return new ScalarRef(glob.s);
    case 'ARRAY':
      return glob.a ?? undefined;
    case 'HASH':
      return glob.h ?? undefined;
    case 'CODE':
      return glob.c !== null && glob.c.fn !== null ? glob.c : undefined;
    case 'GLOB':
      return glob;
    case 'FORMAT':
      return glob.format ?? undefined;
    case 'IO':
    case 'FILEHANDLE':
      return glob.io === null ? undefined : ioObject(glob);
    case 'NAME':
      return glob.name;
    case 'PACKAGE':
      return glob.stash.name;
    default:
      return undefined;
  }
}
