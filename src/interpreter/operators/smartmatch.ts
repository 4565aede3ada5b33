/** ~~ (perlop, "Smartmatch Operator"): what it means follows from the right operand first, then from the left. */
import { active, type Op } from '../../runtime/active.js';
import { PerlArray } from '../../runtime/array.js';
import { PerlCode } from '../../runtime/code.js';
import { looksLikeNumber, looksLikeReference, NOT_OVERLOADED, str, truthy } from '../../runtime/convert.js';
import { PerlHash } from '../../runtime/hash.js';
import { bool, Dual, FloatInteger, NO, type PerlValue, referentOf, SCALAR } from '../../runtime/value.js';
import { matchTest } from '../regexp/match.js';
import type { Pattern } from '../regexp/pattern.js';
import { patternOf } from '../regexp/perl-reg-exp.js';
import { numEq, strEq } from './comparison.js';
import { type Answer, callOverload } from './overload-call.js';
import { overloadTable } from './overload-table.js';

/** Pairs of arrays that are being compared: a structure may contain itself. */
type Seen = Map<PerlArray, Set<number>>;
interface SeenPair {
  readonly left: Seen;
  readonly right: Seen;
}

/** a ~~ b. A sub on the right answers for itself. */
export function smartMatch(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  const own = overloaded(b, a, 1);
  if (own !== NOT_OVERLOADED) return own;
  if (b instanceof PerlCode && !isContainer(a)) return call(b, a);
  return bool(matches(a, b, op, null));
}

function holds(a: PerlValue, b: PerlValue, op: Op, seen: SeenPair | null): boolean {
  const own = overloaded(b, a, 1);
  return own === NOT_OVERLOADED ? matches(a, b, op, seen) : truthy(own);
}

function overloaded(object: PerlValue, other: PerlValue, swapped: PerlValue): Answer {
  const methods = overloadTable(object)?.methods;
  const method = methods?.get('~~');
  if (method !== undefined) return callOverload(method, [object, other, swapped]);
  const nomethod = methods?.get('nomethod');
  return nomethod === undefined ? NOT_OVERLOADED : callOverload(nomethod, [object, other, swapped, '~~']);
}

const call = (code: PerlCode, v: PerlValue): PerlValue => active().call(code, [v], SCALAR) as PerlValue;
const isObject = (v: PerlValue): boolean => !!referentOf(v)?.blessed && patternOf(v) === null;
/** An array or a hash that is no object. */
const isContainer = (v: PerlValue): v is PerlArray | PerlHash =>
  (v instanceof PerlArray || v instanceof PerlHash) && !isObject(v);

function matches(a: PerlValue, b: PerlValue, op: Op, seen: SeenPair | null): boolean {
  if (b === undefined) return a === undefined;
  if (isObject(b)) active().die('Smart matching a non-overloaded object breaks encapsulation');
  if (b instanceof PerlCode) return matchesCode(a, b);
  if (b instanceof PerlHash) return matchesHash(a, b);
  if (b instanceof PerlArray) return matchesArray(a, b, op, seen);
  const pattern = patternOf(b);
  if (pattern !== null) return matchesPattern(a, pattern, op);
  return matchesScalar(a, b, op);
}

/** Every key or element must satisfy the sub. */
function matchesCode(a: PerlValue, code: PerlCode): boolean {
  if (!isContainer(a)) return truthy(call(code, a));
  let all = true;
  for (const v of a instanceof PerlHash ? a.keys() : a.list()) if (!truthy(call(code, v))) all = false;
  return all;
}

function matchesHash(a: PerlValue, hash: PerlHash): boolean {
  if (a === undefined) return false;
  if (!isObject(a)) {
    if (a instanceof PerlHash) return sameKeys(a, hash);
    if (a instanceof PerlArray) return a.list().some((v) => hash.exists(str(v)));
    const pattern = patternOf(a);
    if (pattern !== null) return hash.keys().some((key) => matchTest(pattern, key));
  }
  return hash.exists(str(a));
}

function sameKeys(a: PerlHash, b: PerlHash): boolean {
  const keys = b.keys();
  return keys.every((key) => a.exists(key)) && a.keys().length === keys.length;
}

function matchesArray(a: PerlValue, array: PerlArray, op: Op, seen: SeenPair | null): boolean {
  if (!isObject(a)) {
    if (a instanceof PerlHash) return array.list().some((v) => a.exists(str(v)));
    if (a instanceof PerlArray) return sameElements(a, array, op, seen ?? { left: new Map(), right: new Map() });
    const pattern = patternOf(a);
    if (pattern !== null) return array.list().some((v) => matchTest(pattern, str(v, op)));
    if (a === undefined) return array.list().some((v) => v === undefined);
  }
  for (let i = 0; i < array.length; i++) if (array.exists(i) && holds(a, array.get(i), op, null)) return true;
  return false;
}

function sameElements(a: PerlArray, b: PerlArray, op: Op, seen: SeenPair): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < b.length; i++) {
    if (!a.exists(i) || !b.exists(i)) {
      if (a.get(i) !== undefined || b.get(i) !== undefined) return false;
    } else if (seen.left.get(a)?.has(i) || seen.right.get(b)?.has(i)) {
      if (a !== b) return false;
    } else {
      note(seen.left, a, i);
      note(seen.right, b, i);
      if (!holds(a.get(i), b.get(i), op, seen)) return false;
    }
  }
  return true;
}

function note(seen: Seen, array: PerlArray, i: number): void {
  const known = seen.get(array);
  if (known === undefined) seen.set(array, new Set([i]));
  else known.add(i);
}

function matchesPattern(a: PerlValue, pattern: Pattern, op: Op): boolean {
  if (isContainer(a))
    return a instanceof PerlHash
      ? a.keys().some((key) => matchTest(pattern, key))
      : a.list().some((v) => matchTest(pattern, str(v, op)));
  return matchTest(pattern, str(a, op));
}

function matchesScalar(a: PerlValue, b: PerlValue, op: Op): boolean {
  if (isObject(a)) {
    const own = overloaded(a, b, NO);
    if (own !== NOT_OVERLOADED) return truthy(own);
  } else if (a === undefined) return false;
  const numeric = isNumber(b) || (typeof b === 'string' && looksLikeNumber(b) && isNumber(a));
  return numeric ? numEq(a, b, op) : strEq(a, b, op);
}

const isNumber = (v: PerlValue): boolean =>
  typeof v === 'number' ||
  typeof v === 'bigint' ||
  v instanceof FloatInteger ||
  (v instanceof Dual && !looksLikeReference(v));
