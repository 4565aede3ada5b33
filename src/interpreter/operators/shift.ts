/** << and >> (perlop "Shift Operators"): 64 bits, unsigned or, under `use integer`, signed. */
import type { Op } from '../../runtime/active.js';
import { int, NOT_OVERLOADED, toNumber, toUnsigned } from '../../runtime/convert.js';
import { normalInteger } from '../../runtime/numeric.js';
import type { PerlValue } from '../../runtime/value.js';
import { TWO53 } from './numbers.js';
import { overloadedBinary } from './overload.js';

type Shift = '<<' | '>>';

export function shiftLeft(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && a >>> 0 === a && b >>> 0 === b && b <= 20) return a * (1 << b);
  return shift('<<', a, b, op, false, false);
}
export function shiftRight(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && a >>> 0 === a && b >>> 0 === b && b <= 31) return a >>> b;
  return shift('>>', a, b, op, false, false);
}
export function shiftLeftAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && a >>> 0 === a && b >>> 0 === b && b <= 20) return a * (1 << b);
  return shift('<<', a, b, op, false, true);
}
export function shiftRightAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && a >>> 0 === a && b >>> 0 === b && b <= 31) return a >>> b;
  return shift('>>', a, b, op, false, true);
}
export function intShiftLeft(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  return shift('<<', a, b, op, true, false);
}
export function intShiftRight(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  return shift('>>', a, b, op, true, false);
}
export function intShiftLeftAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  return shift('<<', a, b, op, true, true);
}
export function intShiftRightAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  return shift('>>', a, b, op, true, true);
}

function shift(key: Shift, a: PerlValue, b: PerlValue, op: Op, signed: boolean, assign: boolean): PerlValue {
  if (typeof b === 'number' && b >= 0 && b < 64) {
    if (typeof a === 'number' && a >= 0 && Number.isSafeInteger(a)) return shiftedNumber(a, b | 0, key, signed);
    if (typeof a === 'bigint' && !signed) return shifted(a, b | 0, key === '<<', false);
  }
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary(key, a, b, op, assign);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const count = Math.trunc(toNumber(b, op, 1)) || 0;
  const value = BigInt(signed ? int(a, op, 0) : toUnsigned(a, op, 0));
  // A negative count shifts the other way.
  const left = key === '<<' ? count >= 0 : count < 0;
  return shifted(value, Math.abs(count), left, signed);
}

/** 2 to the power of each possible count, as both kinds of numbers */
const POWERS = Array.from({ length: 64 }, (_, count) => 2 ** count);
const COUNTS = Array.from({ length: 64 }, (_, count) => BigInt(count));

/** An integer that a double holds, shifted without bigints where the result is one as well. */
function shiftedNumber(n: number, count: number, key: Shift, signed: boolean): PerlValue {
  const power = POWERS[count] as number;
  if (key === '>>') return Math.floor(n / power);
  const product = n * power;
  return product < TWO53 ? product : shifted(BigInt(n), count, true, signed);
}

function shifted(value: bigint, count: number, left: boolean, signed: boolean): PerlValue {
  if (count >= 64) return signed && !left && value < 0n ? -1 : 0;
  const by = COUNTS[count] as bigint;
  if (signed) return normalInteger(left ? BigInt.asIntN(64, value << by) : value >> by);
  const bits = BigInt.asUintN(64, value);
  return normalInteger(left ? BigInt.asUintN(64, bits << by) : bits >> by);
}
