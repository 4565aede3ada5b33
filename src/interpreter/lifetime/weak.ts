/** Weak references (Scalar::Util weaken): scalars that do not count their value, and lose it when it goes. */
import type { Scalar } from '../../runtime/scalar.js';
import { referentOf } from '../../runtime/value.js';
import { drop, type Held, holdContent, insideOf } from './counts.js';

/** Who refers weakly to what. */
const weakly = new WeakMap<object, Set<Scalar>>();

export function weakenCounted(s: Scalar): void {
  const v = s.v;
  const x = referentOf(v) as Held | null;
  if (x === null || isWeakCounted(s)) return;
  const holders = weakly.get(x) ?? new Set();
  weakly.set(x, holders.add(s));
  x.watched = true;
  s.weak = true;
  if (!s.holds) return;
  s.holds = false;
  drop(v);
}
export function unweakenCounted(s: Scalar): void {
  if (!isWeakCounted(s)) return;
  s.weak = false;
  holdContent(s);
}
/** A scalar that got another value since is strong again. */
export function isWeakCounted(s: Scalar): boolean {
  return s.weak === true && s.holds !== true && referentOf(s.v) !== null;
}
/** The referent is gone: its weak references become undef. */
export function clearWeak(x: Held): void {
  x.watched = false;
  for (const s of weakly.get(x) ?? []) if (isWeakCounted(s) && referentOf(s.v) === x) insideOf(s)._v = undefined;
  weakly.delete(x);
}
