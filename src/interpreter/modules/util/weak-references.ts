/**
 * Weak references (Scalar::Util weaken). JavaScript collects cycles by itself, so weakening is only remembered: a weak
 * reference stays usable as long as the scalar that holds it.
 */
import { ScalarRef } from '../../../runtime/value.js';
import type { Scalar } from '../../../runtime/scalar.js';

const weak = new WeakMap<Scalar, unknown>();

/** What a reference means for comparison: ScalarRefs are compared by target. */
const meaning = (scalar: Scalar): unknown => (scalar.v instanceof ScalarRef ? scalar.v.target : scalar.v);

export function weaken(scalar: Scalar): void {
  weak.set(scalar, meaning(scalar));
}

export function unweaken(scalar: Scalar): void {
  weak.delete(scalar);
}

/** A scalar that got a new value since is strong again. */
export function isWeak(scalar: Scalar): boolean {
  return weak.has(scalar) && scalar.v !== undefined && weak.get(scalar) === meaning(scalar);
}
