/** Typeglobs as values: assignment to *name, and its slots (perlmod "Symbol Tables"; perlref "Making References", item 7). */
import { PerlArray } from '../../runtime/array.js';
import { PerlCode } from '../../runtime/code.js';
import { str } from '../../runtime/convert.js';
import { GlobValue, PerlGlob } from '../../runtime/glob.js';
import { PerlHash } from '../../runtime/hash.js';
import { MagicScalar, type Scalar } from '../../runtime/scalar.js';
import { type PerlValue, ScalarRef } from '../../runtime/value.js';
import { type Interp, interp } from '../core/interp.js';
import { warnAboutPrototype, warnAboutRedefinition } from '../core/redefinition.js';
import { leaveHandle, shareHandle } from '../io/ended-globs.js';
import type { FileHandle } from '../io/file-handle.js';
import { makeHandle } from '../io/handles.js';
import { type Held, release, retain } from '../lifetime/counts.js';
import { unlocalised } from './saved-globs.js';

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
