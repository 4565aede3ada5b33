/** perlfunc "Numeric functions": abs atan2 cos exp hex int log oct rand sin sqrt srand. */
import { active, type Op } from '../../runtime/active.js';
import { NOT_OVERLOADED, num, toNumber } from '../../runtime/convert.js';
import { normalInteger } from '../../runtime/numeric.js';
import type { PerlValue } from '../../runtime/value.js';
import { double } from '../operators/numbers.js';
import { overloadedBinary } from '../operators/overload.js';
import type { OverloadUnaryKey } from '../operators/overload-call.js';
import { overloadedUnary } from '../operators/overload-unary.js';
import type { CoreFunctionTable } from './core-function.js';
import { hex, oct } from './numeric-radix.js';
import { rand, srand } from './numeric-random.js';
import { formatList } from './sprintf.js';

type Unary = (op: Op, v: PerlValue) => PerlValue;

/** A function of one number: overloading first. */
function ofNumber(key: OverloadUnaryKey, compute: (n: number) => number): Unary {
  return (op, v) => {
    if (typeof v === 'object') {
      const answer = overloadedUnary(key, v, op);
      if (answer !== NOT_OVERLOADED) return answer;
    }
    return double(compute(toNumber(v, op)));
  };
}

/** log and sqrt refuse some numbers. */
function checked(name: 'log' | 'sqrt', isAllowed: (n: number) => boolean, compute: (n: number) => number): Unary {
  return ofNumber(name, (n) => {
    if (!isAllowed(n)) active().die(`Can't take ${name} of ${formatList('%g', [n], 'sprintf')}`);
    return compute(n);
  });
}

export function abs(op: Op, v: PerlValue): PerlValue {
  if (typeof v === 'object') {
    const answer = overloadedUnary('abs', v, op);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const n = num(v, op);
  return typeof n === 'number' ? Math.abs(n) : normalInteger(n < 0n ? -n : n);
}

/** Toward zero; what is no integer of 64 bits stays a double. */
function integerPart(op: Op, v: PerlValue): PerlValue {
  if (typeof v === 'number' && (v | 0) === v) return v;
  if (typeof v === 'object') {
    const answer = overloadedUnary('int', v, op);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const n = num(v, op);
  if (typeof n === 'bigint' || Number.isSafeInteger(n)) return n;
  const whole = Math.trunc(n) + 0;
  // pp_int: a float that fits into 64 bits becomes an integer
  if (whole >= 2 ** 53 && whole < 2 ** 64) return BigInt(whole);
  return whole <= -(2 ** 53) && whole > -(2 ** 63) ? BigInt(whole) : double(whole);
}

function atan2(op: Op, y: PerlValue, x: PerlValue): PerlValue {
  if (typeof y === 'object' || typeof x === 'object') {
    const answer = overloadedBinary('atan2', y, x, op, false);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const right = toNumber(x, op, 1);
  return double(Math.atan2(toNumber(y, op, 0), right));
}

export const numericFunctions: CoreFunctionTable = {
  abs: { operands: 'd', returns: 's', fn: abs },
  atan2: { operands: 'ss', returns: 's', fn: atan2 },
  cos: { operands: 'd', returns: 's', fn: ofNumber('cos', Math.cos) },
  exp: { operands: 'd', returns: 's', fn: ofNumber('exp', Math.exp) },
  hex: { operands: 'd', returns: 's', fn: hex },
  int: { operands: 'd', returns: 's', fn: integerPart },
  log: { operands: 'd', returns: 's', fn: checked('log', (n) => !(n <= 0), Math.log) },
  oct: { operands: 'd', returns: 's', fn: oct },
  rand: { operands: '?s', returns: 's', fn: rand },
  sin: { operands: 'd', returns: 's', fn: ofNumber('sin', Math.sin) },
  sqrt: { operands: 'd', returns: 's', fn: checked('sqrt', (n) => !(n < 0), Math.sqrt) },
  srand: { operands: '?s', returns: 's', fn: srand },
};
