/**
 * + - * / % ** and unary minus (perlop). Integers stay exact in 64 bits, signed or unsigned; what does not fit becomes
 * a double (perlnumber). Each operator is a tiny path for two numbers and a slow one for everything else. The right
 * operand is converted first: so come perl's warnings. The `...Assign` forms are += and the like: they prefer the
 * overloaded assignment operator, and an undefined left side of += and -= is silent.
 */
import { active, type Op } from '../../runtime/active.js';
import { NOT_OVERLOADED, num } from '../../runtime/convert.js';
import type { PerlValue } from '../../runtime/value.js';
import { FloatInteger } from '../../runtime/value.js';
import { modulus } from './modulus.js';
import { double, integerOr, isIntegerOperand, TWO53 } from './numbers.js';
import { overloadedBinary } from './overload.js';
import { power, quickPower } from './power.js';

export function add(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a + b;
    if (r < 1e15 && r > -1e15) return r;
  }
  return addSlow(a, b, op, false);
}

export function addAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a + b;
    if (r < 1e15 && r > -1e15) return r;
  }
  return addSlow(a, b, op, true);
}

export function sub(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a - b;
    if (r < 1e15 && r > -1e15) return r;
  }
  return subSlow(a, b, op, false);
}

export function subAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a - b;
    if (r < 1e15 && r > -1e15) return r;
  }
  return subSlow(a, b, op, true);
}

export function mul(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a * b;
    if (r === 0) return zeroProduct(a, b, r);
    if (r < 1e15 && r > -1e15) return r;
  }
  return mulSlow(a, b, op, false);
}

/** Integers have no negative zero, floats have one (sprintf '%g' shows it). */
function zeroProduct(a: number, b: number, zero: number): number {
  return Number.isInteger(a) && Number.isInteger(b) ? 0 : zero;
}

export function mulAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = a * b;
    if (r === 0) return zeroProduct(a, b, r);
    if (r < 1e15 && r > -1e15) return r;
  }
  return mulSlow(a, b, op, true);
}

export function div(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && b !== 0) {
    const r = a / b;
    if (r < 1e15 && r > -1e15) return r;
  }
  return divSlow(a, b, op, false);
}

export function divAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && b !== 0) {
    const r = a / b;
    if (r < 1e15 && r > -1e15) return r;
  }
  return divSlow(a, b, op, true);
}

export function mod(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && (a | 0) === a && (b | 0) === b && a >= 0 && b > 0) return a % b;
  return modSlow(a, b, op, false);
}

export function modAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && (a | 0) === a && (b | 0) === b && a >= 0 && b > 0) return a % b;
  return modSlow(a, b, op, true);
}

export function pow(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = quickPower(a, b);
    if (r === r) return r;
  }
  return powSlow(a, b, op, false);
}

export function powAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number') {
    const r = quickPower(a, b);
    if (r === r) return r;
  }
  return powSlow(a, b, op, true);
}

/** 2**53 itself is still divided as a double. */
const TWO53_BIG = BigInt(TWO53);

/** The left operand; of += and -= an undefined one is a silent 0. */
function leftOfSum(a: PerlValue, op: Op, assign: boolean): number | bigint {
  return a === undefined && assign ? 0 : num(a, op, 0);
}

function addSlow(a: PerlValue, b: PerlValue, op: Op, assign: boolean): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && isExact(a, b, a + b)) return a + b;
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary('+', a, b, op, assign);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const y = num(b, op, 1);
  const x = leftOfSum(a, op, assign);
  const sum = Number(x) + Number(y);
  if (isSmall(x, y, sum)) return sum;
  return bothIntegers(a, x, b, y, assign) ? integerOr(BigInt(x) + BigInt(y), sum) : double(sum);
}

function subSlow(a: PerlValue, b: PerlValue, op: Op, assign: boolean): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && isExact(a, b, a - b)) return a - b;
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary('-', a, b, op, assign);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const y = num(b, op, 1);
  const x = leftOfSum(a, op, assign);
  const difference = Number(x) - Number(y);
  if (isSmall(x, y, difference)) return difference;
  return bothIntegers(a, x, b, y, assign) ? integerOr(BigInt(x) - BigInt(y), difference) : double(difference);
}

function mulSlow(a: PerlValue, b: PerlValue, op: Op, assign: boolean): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && isExact(a, b, a * b)) return a * b;
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary('*', a, b, op, assign);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const y = num(b, op, 1);
  const x = num(a, op, 0);
  const product = Number(x) * Number(y);
  if (product === 0) return zeroProduct(Number(x), Number(y), product);
  if (isSmall(x, y, product)) return product;
  return bothIntegers(a, x, b, y, false) ? integerOr(BigInt(x) * BigInt(y), product) : double(product);
}

/** Are these integers, all below 2**53? (Between 1e15 and there an integral double has a class of its own.) */
function isExact(a: number, b: number, result: number): boolean {
  return Number.isSafeInteger(result) && Number.isSafeInteger(a) && Number.isSafeInteger(b);
}

/** Is the double result right and without doubt about its form? */
function isSmall(x: number | bigint, y: number | bigint, result: number): boolean {
  return typeof x === 'number' && typeof y === 'number' && result < 1e15 && result > -1e15;
}

/** Does perl calculate in integers? The undefined left side of += counts as one. */
function bothIntegers(a: PerlValue, x: number | bigint, b: PerlValue, y: number | bigint, assign: boolean): boolean {
  return ((a === undefined && assign) || isIntegerOperand(a, x)) && isIntegerOperand(b, y);
}

function divSlow(a: PerlValue, b: PerlValue, op: Op, assign: boolean): PerlValue {
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary('/', a, b, op, assign);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const y = num(b, op, 1);
  const x = num(a, op, 0);
  if (y === 0) active().die('Illegal division by zero');
  // Only a dividend that a double can't hold is divided in integers, and only without a remainder.
  if (typeof x === 'bigint' && x !== TWO53_BIG && bothIntegers(a, x, b, y, false)) {
    const divisor = BigInt(y);
    if (x % divisor === 0n) return integerOr(x / divisor, Number(x) / Number(y));
  }
  return double(Number(x) / Number(y));
}

function modSlow(a: PerlValue, b: PerlValue, op: Op, assign: boolean): PerlValue {
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary('%', a, b, op, assign);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const y = num(b, op, 1);
  return modulus(num(a, op, 0), y);
}

function powSlow(a: PerlValue, b: PerlValue, op: Op, assign: boolean): PerlValue {
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary('**', a, b, op, assign);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  const y = num(b, op, 1);
  const x = num(a, op, 0);
  return power(x, y, isIntegerOperand(a, x) && isIntegerOperand(b, y));
}

/** A literal: what the compiler writes for an NV constant such as 1e15. */
export function doubleLiteral(n: number): PerlValue {
  return Number.isInteger(n) && Math.abs(n) >= 1e15 && Math.abs(n) < TWO53 ? new FloatInteger(n) : n;
}
