/** << and >> (perlop "Shift Operators"): 64 bits, unsigned or, under `use integer`, signed. */
import type { Op } from '../../runtime/active.js';
import { int, NOT_OVERLOADED, toNumber, toUnsigned } from '../../runtime/convert.js';
import { normalInteger } from '../../runtime/numeric.js';
import type { PerlValue } from '../../runtime/value.js';
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
  return shift('<<', a, b, op, false, true);
}
export function shiftRightAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
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

function shifted(value: bigint, count: number, left: boolean, signed: boolean): PerlValue {
  if (count >= 64) return signed && !left && value < 0n ? -1 : 0;
  const by = BigInt(count);
  if (!left) return normalInteger(value >> by);
  return normalInteger(signed ? BigInt.asIntN(64, value << by) : BigInt.asUintN(64, value << by));
}
