/** local: save now, restore when the enclosing block ends (perlsub). */
import { PerlArray } from '../../runtime/array.js';
import { HashElement } from '../../runtime/element-alias.js';
import { PerlHash } from '../../runtime/hash.js';
import { PerlGlob } from '../../runtime/glob.js';
import { Scalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { leaveHandle, shareHandle } from '../io/ended-globs.js';
import type { FileHandle } from '../io/file-handle.js';
import { handleIn } from '../io/handles.js';
import { globLvalue } from './typeglobs.js';
import { hkey, index } from './elements.js';
import { savedSlots } from './saved-globs.js';
import { TiedArray } from './tie.js';

/** local $x: a new scalar in the glob; a magical one ($!, $/, $|) keeps its place and gets its old value back. */
export function localScalar(perl: Interp, glob: PerlGlob): Scalar {
  const old = glob.s;
  // local $_ strips all magic (perlsub)
  if (old.magical && glob.name !== '_') {
    const value = old.v;
    perl.dynamic.save(() => {
      old.v = value;
    });
    withoutWarnings(perl, () => {
      old.v = undefined;
    });
    return old;
  }
  const fresh = new Scalar(undefined);
  glob.s = perl.lifetimes?.own(fresh) ?? fresh;
  perl.dynamic.save(() => {
    glob.s = old;
    perl.lifetimes?.leave(fresh);
  });
  return fresh;
}
/** `local $?` stores undef without complaint. */
function withoutWarnings(perl: Interp, action: () => void): void {
  const forced = perl.warnForced;
  perl.warnForced = false;
  try {
    action();
  } finally {
    perl.warnForced = forced;
  }
}
export function localArray(perl: Interp, glob: PerlGlob): PerlArray {
  const old = glob.av;
  const fresh = glob.name === 'ISA' ? perl.packages.isaArray([]) : new PerlArray();
  glob.a = perl.lifetimes?.own(fresh) ?? fresh;
  perl.packages.generation++;
  perl.dynamic.save(() => {
    glob.a = old;
    perl.packages.generation++;
    perl.lifetimes?.leave(fresh);
  });
  return fresh;
}
export function localHash(perl: Interp, glob: PerlGlob): PerlHash {
  const old = glob.hv;
  if (Object.getPrototypeOf(old) !== PerlHash.prototype) return localMagicHash(perl, old);
  const fresh = new PerlHash();
  glob.h = perl.lifetimes?.own(fresh) ?? fresh;
  perl.dynamic.save(() => {
    glob.h = old;
    perl.lifetimes?.leave(fresh);
  });
  return fresh;
}
/** %ENV, %SIG and tied hashes stay themselves: their contents are put back. */
function localMagicHash(perl: Interp, hash: PerlHash): PerlHash {
  const contents = hash.list();
  perl.dynamic.save(() => {
    hash.clear();
    for (let i = 0; i < contents.length; i += 2) hash.set(contents[i] as string, contents[i + 1]);
  });
  hash.clear();
  return hash;
}
/** A value of the glob taken inside `local *name` goes on meaning what was there (perlsub: *FH returned from a sub). */
function detachValues(glob: PerlGlob): void {
  if (glob.taken === null || glob.taken.length === 0) return;
  const { s, a, h, c, io, format, imported } = glob;
  const detached = Object.assign(new PerlGlob(glob.stash, glob.name), { s, a, h, c, io, format, imported, rc: -1 });
  if (io !== null) shareHandle(io as FileHandle, detached);
  for (const value of glob.taken) value.globValue = detached;
}

/** local *name; where something is assigned to it at once, what that does not replace is still there */
export function localGlob(perl: Interp, glob: PerlGlob, assigned = false): Scalar {
  const { s, a, h, c, io, format, imported, taken } = glob;
  const slots = { s, a, h, c, io, format, imported, taken };
  const outer = savedSlots.get(glob);
  savedSlots.set(glob, slots);
  glob.taken = [];
  perl.dynamic.save(() => {
    detachValues(glob);
    const handle = handleIn(glob);
    // After `local *F = *F` it holds what it held before.
    const before: readonly unknown[] = [s, a, h, c];
    const isSame = glob.s === s && !assigned;
    const now = glob.taken?.length === 0 && !isSame ? [glob.s, glob.a, glob.h, glob.c] : [];
    const gone = now.filter((slot) => !before.includes(slot));
    Object.assign(glob, slots);
    for (const slot of gone) if (slot !== null) perl.lifetimes?.leave(slot);
    if (handle !== null && handle !== slots.io) leaveHandle(handle, glob);
    if (outer === undefined) savedSlots.delete(glob);
    else savedSlots.set(glob, outer);
    perl.packages.generation++;
  });
  if (assigned) return globLvalue(perl, glob);
  glob.s = new Scalar(undefined);
  glob.a = null;
  glob.h = null;
  glob.c = null;
  glob.io = null;
  glob.format = null;
  perl.packages.generation++;
  return globLvalue(perl, glob);
}
export function localArgs(perl: Interp, args: PerlArray): PerlArray {
  const saved = args.slots;
  args.slots = [];
  perl.dynamic.save(() => {
    args.slots = saved;
  });
  return args;
}

export function localElem(perl: Interp, a: PerlArray, i: number): Scalar {
  if (a instanceof TiedArray) return localTiedElement(perl, a, i);
  const existed = a.exists(i);
  const old = existed ? a.at(i) : undefined;
  const at = i < 0 ? i + a.length : i;
  const fresh = new Scalar(undefined);
  perl.lifetimes?.own(fresh);
  perl.dynamic.save(() => {
    if (!existed) a.delete(at);
    else {
      a.slots[at] = old;
      perl.lifetimes?.leave(fresh);
    }
  });
  a.slots[at] = fresh;
  return fresh;
}
/** Elements of tied arrays: fetched, stored, and stored back. */
function localTiedElement(perl: Interp, a: PerlArray, i: number): Scalar {
  const at = i < 0 ? i + a.length : i;
  const existed = a.exists(at);
  const old = existed ? a.get(at) : undefined;
  perl.dynamic.save(() => {
    if (existed) a.set(at, old);
    else a.delete(at);
  });
  return a.at(at);
}
export function localHelem(perl: Interp, h: PerlHash, k: string): Scalar {
  if (Object.getPrototypeOf(h) !== PerlHash.prototype) return localMagicElement(perl, h, k);
  const old = h.m.get(k);
  const existed = h.m.has(k);
  const fresh = new Scalar(undefined);
  perl.lifetimes?.own(fresh);
  perl.dynamic.save(() => {
    if (!existed) h.delete(k);
    else {
      h.m.set(k, old);
      perl.lifetimes?.leave(fresh);
    }
  });
  h.m.set(k, fresh);
  return fresh;
}
/** $SIG{X}, $ENV{X}, elements of tied hashes: fetched, stored, and stored back. */
function localMagicElement(perl: Interp, h: PerlHash, k: string): Scalar {
  const existed = h.exists(k);
  const old = existed ? h.get(k) : undefined;
  perl.dynamic.save(() => {
    if (existed) h.set(k, old);
    else h.delete(k);
  });
  return new HashElement(h, k);
}
export function localSlice(perl: Interp, a: PerlArray, indices: PerlValue[]): Scalar[] {
  return indices.map((i) => localElem(perl, a, index(i, 'array slice')));
}
export function localHslice(perl: Interp, h: PerlHash, keys: PerlValue[]): Scalar[] {
  return keys.map((k) => localHelem(perl, h, hkey(k, 'hash slice')));
}
export function deleteLocalElem(perl: Interp, a: PerlArray, i: number): PerlValue {
  const value = a.get(i);
  localElem(perl, a, i);
  a.delete(i);
  return value;
}
export function deleteLocalSlice(perl: Interp, a: PerlArray, indices: PerlValue[]): PerlValue[] {
  return indices.map((i) => deleteLocalElem(perl, a, index(i, 'array slice')));
}
export function deleteLocalHslice(perl: Interp, h: PerlHash, keys: PerlValue[]): PerlValue[] {
  return keys.map((k) => deleteLocalHelem(perl, h, hkey(k, 'hash slice')));
}
export function deleteLocalHelem(perl: Interp, h: PerlHash, k: string): PerlValue {
  const value = h.get(k);
  localHelem(perl, h, k);
  h.delete(k);
  return value;
}
