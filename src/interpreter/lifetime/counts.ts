/**
 * Reference counts (perlguts "Reference Counts and Mortality"), kept only in programs that can see them: see activate.ts.
 *
 * What counts is being held by a container: a scalar's value, an element, a captured variable, a lexical's scope. Values
 * on their way through an expression are not counted; something whose count falls to 0 therefore goes to `pending`, and
 * is looked at when the statement is over (examine.ts).
 *
 * Referent.rc: undefined - an array, hash or sub that nobody has held yet, nor counted what is in it; for a scalar: lives
 *              as long as the program (a package variable)
 *              -1        - never counted: @_, objects that have been destroyed
 *              0 or more - the number of holders; what is in it has been counted
 * Scalar.holds: the scalar has counted its value. A weak reference is one that has not (weak.ts).
 */
import { PerlArray } from '../../runtime/array.js';
import { PerlCode } from '../../runtime/code.js';
import { GlobValue, PerlGlob } from '../../runtime/glob.js';
import { PerlHash } from '../../runtime/hash.js';
import { Scalar } from '../../runtime/scalar.js';
import { type PerlValue, ScalarRef, type Slot } from '../../runtime/value.js';

export type Held = Scalar | PerlArray | PerlHash | PerlCode | PerlGlob;

/** Why something is pending: a value that no container has held, or one that the last container has let go. */
export const TEMPORARY = 1;
export const DROPPED = 2;

/** What may be nobody's by now, in the order of events. */
export const pending: Held[] = [];

/** The inside of a scalar. */
interface ScalarInside {
  _v: PerlValue;
}
export const insideOf = (s: Scalar): ScalarInside => s as unknown as ScalarInside;

/** What a reference counts for; null if the value is no reference. */
export function heldBy(v: object): Held | null {
  if (v instanceof PerlArray || v instanceof PerlHash || v instanceof PerlCode || v instanceof PerlGlob) return v;
  if (v instanceof ScalarRef) return v.target;
  return v instanceof GlobValue ? v.globValue : null;
}

/** A container holds this value from now on. */
export function hold(v: PerlValue): void {
  if (typeof v !== 'object') return;
  const { rc } = v as Held;
  if (rc !== undefined) {
    if (rc >= 0) (v as Held).rc = rc + 1;
    return;
  }
  const x = heldBy(v);
  if (x !== null) retain(x);
}
/** A container held this value until now. */
export function drop(v: PerlValue): void {
  if (typeof v !== 'object') return;
  if ((v as Held).rc !== undefined) {
    release(v as Held);
    return;
  }
  const x = heldBy(v);
  if (x !== null) release(x);
}

export function retain(x: Held): void {
  const { rc } = x;
  if (x instanceof Scalar) retainScalar(x);
  else if (rc === undefined) adopt(x);
  else if (rc >= 0) x.rc = rc + 1;
}
function retainScalar(s: Scalar): void {
  const { rc } = s;
  if (rc !== undefined) {
    if (rc >= 0) s.rc = rc + 1;
    if (rc !== 0) return;
  }
  if (!s.holds) holdContent(s);
}
export function release(x: Held): void {
  const { rc } = x;
  if (rc === undefined || rc <= 0) return;
  x.rc = rc - 1;
  if (rc === 1) suspect(x, DROPPED);
}
/** Nobody holds it: to be looked at when the statement is over. */
export function suspect(x: Held, why: number): void {
  if (x.queued) return;
  x.queued = why;
  pending.push(x);
}

// ---- what is inside ---------------------------------------------------------------------------------------------

/** The scalar counts its value. */
export function holdContent(s: Scalar): void {
  const v = insideOf(s)._v;
  if (typeof v !== 'object' || s.weak) return;
  s.holds = true;
  hold(v);
}
function dropContent(s: Scalar): void {
  if (!s.holds) return;
  s.holds = false;
  drop(insideOf(s)._v);
}
function holdSlot(e: Slot): void {
  if (typeof e !== 'object') return;
  if (e instanceof Scalar) {
    e.rc ??= 0;
    retainScalar(e);
  } else hold(e);
}
export function dropSlot(e: Slot): void {
  if (typeof e !== 'object') return;
  if (e instanceof Scalar) releaseVariable(e);
  else drop(e);
}
/** An element's box, or a lexical, loses its owner: its value goes at once, unless something refers to the scalar. */
export function releaseVariable(s: Scalar): void {
  if (s.rc === undefined || s.rc <= 0) return;
  s.rc--;
  if (s.rc > 0) return;
  if (s.blessed || s.watched || s.magical) suspect(s, DROPPED);
  else dropContent(s);
}
/** A lexical array ends with its scope: at once, if nothing in it can tell. */
export function releaseArray(x: PerlArray): void {
  if (x.rc === 1 && !x.blessed && !x.watched && x.a.every(isData)) x.rc = undefined;
  else release(x);
}
const isData = (e: Slot): boolean => typeof e !== 'object';
/** The first container holds this: from now on what is in it is counted. */
function adopt(x: Held): void {
  if (x instanceof PerlGlob && x.stash.globs.get(x.name) === x) {
    x.rc = 2; // the symbol table holds it, too
    return;
  }
  x.rc = 1;
  holdContents(x);
}
function holdContents(x: Held): void {
  if (x instanceof PerlArray) x.a.forEach(holdSlot);
  else if (x instanceof PerlHash) x.m.forEach(holdSlot);
  else if (x instanceof PerlCode) x.captured?.forEach(retain);
  else if (x instanceof PerlGlob) contentsOfGlob(x).forEach(retain);
}
/** It is gone: so is what only it held. An array's last element goes first, as in Perl. */
export function dropContents(x: Held): void {
  if (x instanceof Scalar) {
    dropContent(x);
    return;
  }
  x.rc = undefined;
  if (x instanceof PerlArray) dropSlots(x.a, 0);
  else if (x instanceof PerlHash) x.m.forEach(dropSlot);
  else if (x instanceof PerlCode) x.captured?.forEach(releaseCaptured);
  else contentsOfGlob(x).forEach(release);
}
/** From the end to an index. */
export function dropSlots(slots: readonly Slot[], from: number): void {
  for (let i = slots.length - 1; i >= from; i--) dropSlot(slots[i]);
}
function releaseCaptured(x: Held): void {
  if (x instanceof Scalar) releaseVariable(x);
  else release(x);
}
function contentsOfGlob(glob: PerlGlob): Held[] {
  return [glob.s, glob.a, glob.h, glob.c].filter((x) => x !== null);
}

/** Something that belongs to a variable, a symbol table or the interpreter from the start. */
export function owned<T extends Scalar | PerlArray | PerlHash>(x: T): T {
  if (x.rc !== undefined) return x;
  x.rc = 1;
  if (!(x instanceof Scalar)) holdContents(x);
  else if (!x.holds) holdContent(x);
  return x;
}
