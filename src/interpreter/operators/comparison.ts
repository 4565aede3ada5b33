/**
 * Comparisons (perlop "Relational Operators", "Equality Operators"). They answer JavaScript booleans; <=> answers -1,
 * 0, 1 or undef, cmp a number.
 */
import type { Op } from '../../runtime/active.js';
import { compareCodePoints } from '../../runtime/astral.js';
import { int, NOT_OVERLOADED, num, str, truthy } from '../../runtime/convert.js';
import { bool, type PerlValue } from '../../runtime/value.js';
import { overloadedBinary } from './overload.js';
import { overloadedUnary } from './overload-unary.js';
import type { OverloadKey } from './overload-call.js';

export function numEq(a: PerlValue, b: PerlValue, op: Op): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a === b : numberTest('==', a, b, op);
}
export function numNe(a: PerlValue, b: PerlValue, op: Op): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a !== b : numberTest('!=', a, b, op);
}
export function numLt(a: PerlValue, b: PerlValue, op: Op): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a < b : numberTest('<', a, b, op);
}
export function numGt(a: PerlValue, b: PerlValue, op: Op): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a > b : numberTest('>', a, b, op);
}
export function numLe(a: PerlValue, b: PerlValue, op: Op): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a <= b : numberTest('<=', a, b, op);
}
export function numGe(a: PerlValue, b: PerlValue, op: Op): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a >= b : numberTest('>=', a, b, op);
}

/** <=>: undef if one of them is NaN. */
export function numCmp(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : a === b ? 0 : undefined;
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary('<=>', a, b, op, false);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const y = num(b, op, 1);
  return order(num(a, op, 0), y);
}

/** -1, 0, 1; undefined for NaN. An integer beyond 2**53 meets a double as a double. */
function order(x: number | bigint, y: number | bigint): -1 | 0 | 1 | undefined {
  if (typeof x !== typeof y && !(Number.isSafeInteger(x) || Number.isSafeInteger(y)))
    return order(Number(x), Number(y));
  return x < y ? -1 : x > y ? 1 : x === y ? 0 : undefined;
}

function numberTest(key: OverloadKey, a: PerlValue, b: PerlValue, op: Op): boolean {
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary(key, a, b, op, false);
    if (answer !== NOT_OVERLOADED) return truthy(answer);
  }
  const y = num(b, op, 1);
  return holds(key, order(num(a, op, 0), y));
}

/** Does the relation hold for this order? Of NaN only != does. */
function holds(key: OverloadKey, cmp: -1 | 0 | 1 | undefined): boolean {
  if (cmp === undefined) return key === '!=';
  switch (key) {
    case '==':
    case 'eq':
      return cmp === 0;
    case '!=':
    case 'ne':
      return cmp !== 0;
    case '<':
    case 'lt':
      return cmp < 0;
    case '>':
    case 'gt':
      return cmp > 0;
    case '<=':
    case 'le':
      return cmp <= 0;
    default:
      return cmp >= 0;
  }
}

export function strEq(a: PerlValue, b: PerlValue, op: Op): boolean {
  return typeof a === 'string' && typeof b === 'string' ? a === b : textTest('eq', a, b, op);
}
export function strNe(a: PerlValue, b: PerlValue, op: Op): boolean {
  return typeof a === 'string' && typeof b === 'string' ? a !== b : textTest('ne', a, b, op);
}
export function strLt(a: PerlValue, b: PerlValue, op: Op): boolean {
  return textTest('lt', a, b, op);
}
export function strGt(a: PerlValue, b: PerlValue, op: Op): boolean {
  return textTest('gt', a, b, op);
}
export function strLe(a: PerlValue, b: PerlValue, op: Op): boolean {
  return textTest('le', a, b, op);
}
export function strGe(a: PerlValue, b: PerlValue, op: Op): boolean {
  return textTest('ge', a, b, op);
}

/** cmp, by code point. (An overloaded cmp may answer anything.) */
export function strCmp(a: PerlValue, b: PerlValue, op: Op): number {
  if (typeof a === 'string' && typeof b === 'string') return compareCodePoints(a, b);
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary('cmp', a, b, op, false);
    if (answer !== NOT_OVERLOADED) return Number(num(answer, op));
  }
  const x = str(a, op, 0);
  return compareCodePoints(x, str(b, op, 1));
}

function textTest(key: OverloadKey, a: PerlValue, b: PerlValue, op: Op): boolean {
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary(key, a, b, op, false);
    if (answer !== NOT_OVERLOADED) return truthy(answer);
  }
  const x = str(a, op, 0);
  const y = str(b, op, 1);
  if (key === 'eq') return x === y;
  if (key === 'ne') return x !== y;
  return holds(key, compareCodePoints(x, y) as -1 | 0 | 1);
}

const relations: Readonly<Record<string, (a: PerlValue, b: PerlValue, op: Op) => boolean>> = {
  '==': numEq,
  '!=': numNe,
  '<': numLt,
  '>': numGt,
  '<=': numLe,
  '>=': numGe,
  eq: strEq,
  ne: strNe,
  lt: strLt,
  gt: strGt,
  le: strLe,
  ge: strGe,
};

/** A comparison's value: what an overloading method answers stays as it is. */
export function compared(key: OverloadKey, a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary(key, a, b, op, false);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const relation = relations[key];
  return relation === undefined ? strCmp(a, b, op) : bool(relation(a, b, op));
}

/** ! and not, which a class may overload. */
export function logicalNot(v: PerlValue, op: Op): PerlValue {
  const answer = typeof v === 'object' ? overloadedUnary('!', v, op) : NOT_OVERLOADED;
  return answer === NOT_OVERLOADED ? bool(!truthy(v)) : answer;
}

/** The comparisons of `use integer`: both sides truncated. */
function integerTest(key: OverloadKey): (a: PerlValue, b: PerlValue, op: Op) => boolean {
  return (a, b, op) => {
    if (typeof a === 'object' || typeof b === 'object') {
      const answer = overloadedBinary(key, a, b, op, false);
      if (answer !== NOT_OVERLOADED) return truthy(answer);
    }
    const y = int(b, op, 1);
    return holds(key, order(int(a, op, 0), y));
  };
}

export const intEq = integerTest('==');
export const intNe = integerTest('!=');
export const intLt = integerTest('<');
export const intGt = integerTest('>');
export const intLe = integerTest('<=');
export const intGe = integerTest('>=');

export function intCmp(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary('<=>', a, b, op, false);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const y = int(b, op, 1);
  return order(int(a, op, 0), y);
}
