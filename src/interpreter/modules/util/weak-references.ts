/**
 * Weak references (Scalar::Util weaken). Where references are counted, lifetime/weak.ts knows them. Elsewhere JavaScript
 * collects cycles by itself, so weakening is only remembered: the reference stays usable as long as what holds it.
 */
import { counting } from '../../../runtime/counting.js';
import type { Scalar } from '../../../runtime/scalar.js';
import { ScalarRef } from '../../../runtime/value.js';
import { isWeakCounted, unweakenCounted, weakenCounted } from '../../lifetime/weak.js';

const weak = new WeakMap<Scalar, unknown>();

/** What a reference means for comparison: ScalarRefs are compared by target. */
const meaning = (scalar: Scalar): unknown => (scalar.v instanceof ScalarRef ? scalar.v.target : scalar.v);

export function weaken(scalar: Scalar): void {
  if (counting.on) weakenCounted(scalar);
  else weak.set(scalar, meaning(scalar));
}

export function unweaken(scalar: Scalar): void {
  if (counting.on) unweakenCounted(scalar);
  else weak.delete(scalar);
}

/** A scalar that got a new value since is strong again. */
export function isWeak(scalar: Scalar): boolean {
  if (counting.on) return isWeakCounted(scalar);
  return weak.has(scalar) && scalar.v !== undefined && weak.get(scalar) === meaning(scalar);
}
