/**
 * Bitwise operators (perlop "Bitwise And", "Bitwise Or and Exclusive Or", "Bitwise String Operators"). Numbers are
 * 64-bit unsigned; two operands of which neither is a number are combined as strings. The n-forms are always numeric
 * and the s-forms (|. and the like) always strings, as under `use feature 'bitwise'`; the int-forms are signed.
 */
import type { Op } from '../../runtime/active.js';
import { int, NOT_OVERLOADED, toUnsigned } from '../../runtime/convert.js';
import { normalInteger } from '../../runtime/numeric.js';
import { Dual, FloatInteger, type PerlValue } from '../../runtime/value.js';
import { TWO53, UV_MAX } from './numbers.js';
import { overloadedBinary } from './overload.js';
import type { OverloadKey } from './overload-call.js';
import { numericOperand, overloadedUnary } from './overload-unary.js';
import { type BitOperation, combineStrings, complementString } from './bitwise-strings.js';

/** A product beyond 2**53 cut to 32 bits, as checksums are computed. */
const cut32 = (a: bigint, b: number): number => (Number(BigInt.asUintN(32, a)) & b) >>> 0;

export function bitAnd(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && b >>> 0 === b && a >= 0 && a < TWO53) return (a & b) >>> 0;
  if (typeof a === 'bigint' && typeof b === 'number' && b >>> 0 === b) return cut32(a, b);
  return bits('&', a, b, op, false);
}
export function bitOr(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && b >>> 0 === b && a >>> 0 === a) return (a | b) >>> 0;
  return bits('|', a, b, op, false);
}
export function bitXor(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && b >>> 0 === b && a >>> 0 === a) return (a ^ b) >>> 0;
  return bits('^', a, b, op, false);
}
export function bitAndAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && b >>> 0 === b && a >= 0 && a < TWO53) return (a & b) >>> 0;
  return bits('&', a, b, op, true);
}
export function bitOrAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && b >>> 0 === b && a >>> 0 === a) return (a | b) >>> 0;
  return bits('|', a, b, op, true);
}
export function bitXorAssign(a: PerlValue, b: PerlValue, op: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && b >>> 0 === b && a >>> 0 === a) return (a ^ b) >>> 0;
  return bits('^', a, b, op, true);
}

/** Is the operand a number to the bit operators (SvNIOKp)? */
function isNumber(v: PerlValue): boolean {
  return typeof v === 'number' || typeof v === 'bigint' || v instanceof Dual || v instanceof FloatInteger;
}

function bits(key: BitOperation, a: PerlValue, b: PerlValue, op: Op, assign: boolean): PerlValue {
  if (typeof a === 'bigint' && typeof b === 'bigint' && a >= 0n && b >= 0n) return bigBits(key, a, b);
  if (typeof a === 'object' || typeof b === 'object') {
    const answer = overloadedBinary(key, a, b, op, assign);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  if (!isNumber(a) && !isNumber(b)) return combineStrings(key, a, b, op, assign);
  return numberBits(key, a, b, op, assign);
}

function numberBits(key: BitOperation, a: PerlValue, b: PerlValue, op: Op, assign: boolean): PerlValue {
  const x = a === undefined && assign && key !== '&' ? 0 : toUnsigned(a, op, 0);
  const y = toUnsigned(b, op, 1);
  return typeof x === 'number' && typeof y === 'number' ? smallBits(key, x, y) : bigBits(key, BigInt(x), BigInt(y));
}

/** Two unsigned integers below 2**53, in two halves. */
function smallBits(key: BitOperation, x: number, y: number): number {
  const high = bits32(key, x / 0x1_0000_0000, y / 0x1_0000_0000);
  return high * 0x1_0000_0000 + bits32(key, x, y);
}

function bits32(key: BitOperation, x: number, y: number): number {
  return (key === '&' ? x & y : key === '|' ? x | y : x ^ y) >>> 0;
}

function bigBits(key: BitOperation, x: bigint, y: bigint): PerlValue {
  return normalInteger(key === '&' ? x & y : key === '|' ? x | y : x ^ y);
}

type Binary = (a: PerlValue, b: PerlValue, op: Op) => PerlValue;

/** & | ^ under `use feature 'bitwise'`: always numbers. */
function numeric(key: BitOperation, assign: boolean): Binary {
  return (a, b, op) => {
    const objects = typeof a === 'object' || typeof b === 'object';
    const answer = objects ? overloadedBinary(key, a, b, op, assign) : NOT_OVERLOADED;
    return answer !== NOT_OVERLOADED ? answer : numberBits(key, a, b, op, assign);
  };
}

export const nbitAnd = numeric('&', false);
export const nbitOr = numeric('|', false);
export const nbitXor = numeric('^', false);
export const nbitAndAssign = numeric('&', true);
export const nbitOrAssign = numeric('|', true);
export const nbitXorAssign = numeric('^', true);

/** &. |. ^. : always strings. */
function stringwise(key: BitOperation, assign: boolean): Binary {
  const overloadKey = `${key}.` as OverloadKey;
  return (a, b, op) => {
    const objects = typeof a === 'object' || typeof b === 'object';
    const answer = objects ? overloadedBinary(overloadKey, a, b, op, assign) : NOT_OVERLOADED;
    return answer !== NOT_OVERLOADED ? answer : combineStrings(key, a, b, op, assign);
  };
}

export const sbitAnd = stringwise('&', false);
export const sbitOr = stringwise('|', false);
export const sbitXor = stringwise('^', false);
export const sbitAndAssign = stringwise('&', true);
export const sbitOrAssign = stringwise('|', true);
export const sbitXorAssign = stringwise('^', true);

/** & | ^ under `use integer`: the same bits, read as signed. */
function signed(key: BitOperation, assign: boolean): Binary {
  return (a, b, op) => {
    const r = bits(key, a, b, op, assign);
    return typeof r === 'bigint' ? normalInteger(BigInt.asIntN(64, r)) : r;
  };
}

export const intBitAnd = signed('&', false);
export const intBitOr = signed('|', false);
export const intBitXor = signed('^', false);
export const intBitAndAssign = signed('&', true);
export const intBitOrAssign = signed('|', true);
export const intBitXorAssign = signed('^', true);

/** ~ : of references the number counts */
export function bitNot(v: PerlValue, op: Op): PerlValue {
  if (typeof v !== 'object') return isNumber(v) ? nbitNot(v, op) : complementString(v, op);
  const answer = overloadedUnary('~', v, op);
  if (answer !== NOT_OVERLOADED) return answer;
  const operand = numericOperand(v, op);
  return isNumber(operand) ? nbitNot(operand, op) : complementString(operand, op);
}

/** ~ of a number in any case */
export function nbitNot(v: PerlValue, op: Op): PerlValue {
  if (typeof v === 'object') {
    const answer = overloadedUnary('~', v, op);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  return normalInteger(UV_MAX - BigInt(toUnsigned(v, op)));
}

/** ~. */
export function sbitNot(v: PerlValue, op: Op): PerlValue {
  if (typeof v === 'object') {
    const answer = overloadedUnary('~.', v, op);
    if (answer !== NOT_OVERLOADED) return answer;
  }
  return complementString(v, op);
}

/** a & ~b, as flags are cleared: mostly without the 64 bits of ~b. */
export function bitAndNot(a: PerlValue, b: PerlValue, op: Op, not: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && a >>> 0 === a && Number.isSafeInteger(b)) return (a & ~b) >>> 0;
  return bitAnd(a, bitNot(b, not), op);
}
/** ~a & b */
export function notBitAnd(a: PerlValue, b: PerlValue, op: Op, not: Op): PerlValue {
  if (typeof a === 'number' && typeof b === 'number' && b >>> 0 === b && Number.isSafeInteger(a)) return (~a & b) >>> 0;
  return bitAnd(bitNot(a, not), b, op);
}

/** ~ under `use integer` */
export function intBitNot(v: PerlValue, op: Op): PerlValue {
  let operand = v;
  if (typeof v === 'object') {
    const answer = overloadedUnary('~', v, op);
    if (answer !== NOT_OVERLOADED) return answer;
    operand = numericOperand(v, op);
  }
  return isNumber(operand) ? normalInteger(~BigInt(int(operand, op))) : complementString(operand, op);
}
