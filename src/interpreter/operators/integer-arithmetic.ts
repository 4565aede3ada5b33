/** + - * / % and unary minus under `use integer` (perldoc integer): signed 64-bit, wrapping, truncating. */
import { active, type Op } from '../../runtime/active.js';
import { int, NOT_OVERLOADED } from '../../runtime/convert.js';
import { normalInteger } from '../../runtime/numeric.js';
import { FlaggedString, type PerlValue } from '../../runtime/value.js';
import { negatedText } from './negate.js';
import { overloadedBinary } from './overload.js';
import type { OverloadKey } from './overload-call.js';
import { overloadedUnary } from './overload-unary.js';

type Whole = number | bigint;

/** The value of a 64-bit register. */
function wrapped(n: bigint): PerlValue {
  return normalInteger(BigInt.asIntN(64, n));
}

/** Both operands, right one first, or the answer of an overloaded operator. */
function binary(
  key: OverloadKey,
  compute: (x: Whole, y: Whole) => PerlValue,
  silentLeft: boolean,
  assign: boolean,
  divides = false,
): (a: PerlValue, b: PerlValue, op: Op) => PerlValue {
  return (a, b, op) => {
    if (typeof a === 'object' || typeof b === 'object') {
      const answer = overloadedBinary(key, a, b, op, assign);
      if (answer !== NOT_OVERLOADED) return answer;
    }
    const y = int(b, op, 1);
    if (divides && y === 0) active().die('Illegal division by zero');
    return compute(a === undefined && silentLeft && assign ? 0 : int(a, op, 0), y);
  };
}

function sum(x: Whole, y: Whole): PerlValue {
  const r = Number(x) + Number(y);
  return Number.isSafeInteger(r) && typeof x === 'number' && typeof y === 'number' ? r : wrapped(BigInt(x) + BigInt(y));
}

function difference(x: Whole, y: Whole): PerlValue {
  const r = Number(x) - Number(y);
  return Number.isSafeInteger(r) && typeof x === 'number' && typeof y === 'number' ? r : wrapped(BigInt(x) - BigInt(y));
}

function product(x: Whole, y: Whole): PerlValue {
  const r = Number(x) * Number(y);
  return Number.isSafeInteger(r) && typeof x === 'number' && typeof y === 'number'
    ? r + 0
    : wrapped(BigInt(x) * BigInt(y));
}

function quotient(x: Whole, y: Whole): PerlValue {
  if (typeof x === 'number' && typeof y === 'number') return Math.trunc(x / y) + 0;
  return wrapped(BigInt(x) / BigInt(y));
}

function remainder(x: Whole, y: Whole): PerlValue {
  if (y === 0) active().die('Illegal modulus zero');
  if (typeof x === 'number' && typeof y === 'number') return (x % y) + 0;
  return wrapped(BigInt(x) % BigInt(y));
}

export const intAdd = binary('+', sum, true, false);
export const intAddAssign = binary('+', sum, true, true);
export const intSub = binary('-', difference, true, false);
export const intSubAssign = binary('-', difference, true, true);
export const intMul = binary('*', product, false, false);
export const intMulAssign = binary('*', product, false, true);
export const intDiv = binary('/', quotient, false, false, true);
export const intDivAssign = binary('/', quotient, false, true, true);
export const intMod = binary('%', remainder, false, false);
export const intModAssign = binary('%', remainder, false, true);

export function intNeg(v: PerlValue, op: Op): PerlValue {
  if (typeof v === 'object') {
    const answer = overloadedUnary('neg', v, op);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const text = v instanceof FlaggedString ? v.s : v;
  const turned = typeof text === 'string' ? negatedText(text) : undefined;
  return turned ?? wrapped(-BigInt(int(v, op)));
}
