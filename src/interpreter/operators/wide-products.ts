/**
 * a * b + c of which only the low bits or the remainder are wanted, as checksums, random number generators and modular
 * powers compute. Perl does that in 64 bits; beyond 2**53 JavaScript would need bigints for each step. What is not
 * plain integers goes through the operators one by one.
 */
import type { Op } from '../../runtime/active.js';
import type { PerlValue } from '../../runtime/value.js';
import { add, mod, mul } from './arithmetic.js';
import { bitAnd } from './bitwise.js';
import { TWO53 } from './numbers.js';

/** Sums and products below are exact in perl: signed integers, unsigned ones. */
const SIGNED = 9.2e18;
const UNSIGNED = 1.84e19;
const TWO32 = 0x1_0000_0000;

/** (a * b) & mask */
export function mulAnd(a: PerlValue, b: PerlValue, mask: PerlValue, ofMul: Op, ofAnd: Op): PerlValue {
  if (isBelow32(mask) && isInteger(a) && isInteger(b) && Math.abs(a * b) < SIGNED)
    return (Math.imul(a, b) & mask) >>> 0;
  return bitAnd(mul(a, b, ofMul), mask, ofAnd);
}

/** (a * b + c) & mask */
export function mulAddAnd(
  a: PerlValue,
  b: PerlValue,
  c: PerlValue,
  mask: PerlValue,
  ofMul: Op,
  ofAdd: Op,
  ofAnd: Op,
): PerlValue {
  if (isBelow32(mask) && isInteger(a) && isInteger(b) && isInteger(c) && Math.abs(a * b + c) < SIGNED)
    return ((Math.imul(a, b) + (c | 0)) & mask) >>> 0;
  return bitAnd(add(mul(a, b, ofMul), c, ofAdd), mask, ofAnd);
}

/** a * b % m */
export function mulMod(a: PerlValue, b: PerlValue, m: PerlValue, ofMul: Op, ofMod: Op): PerlValue {
  if (isNatural(a) && isNatural(b) && isBelow32(m) && m !== 0) {
    if (a * b < TWO53) return ((a * b) % m) + 0;
    if (a * b < UNSIGNED && b < TWO32) return remainder(a, b, 0, m);
  }
  return mod(mul(a, b, ofMul), m, ofMod);
}

/** (a * b + c) % m */
export function mulAddMod(
  a: PerlValue,
  b: PerlValue,
  c: PerlValue,
  m: PerlValue,
  ofMul: Op,
  ofAdd: Op,
  ofMod: Op,
): PerlValue {
  if (isNatural(a) && isNatural(b) && isNatural(c) && isBelow32(m) && m !== 0) {
    const sum = a * b + c;
    if (sum < TWO53) return (sum % m) + 0;
    if (sum < UNSIGNED && b < TWO32) return remainder(a, b, c, m);
  }
  return mod(add(mul(a, b, ofMul), c, ofAdd), m, ofMod);
}

/** The factor b in two halves, so that nothing exceeds 2**53. */
function remainder(a: number, b: number, c: number, m: number): number {
  const x = a % m;
  const high = Math.floor(b / 0x1_0000);
  return (((x * high) % m) * 0x1_0000 + x * (b & 0xffff) + (c % m)) % m;
}

function isInteger(v: PerlValue): v is number {
  return typeof v === 'number' && Number.isSafeInteger(v);
}

function isNatural(v: PerlValue): v is number {
  return typeof v === 'number' && v >= 0 && Number.isSafeInteger(v);
}

function isBelow32(v: PerlValue): v is number {
  return typeof v === 'number' && v >>> 0 === v;
}
