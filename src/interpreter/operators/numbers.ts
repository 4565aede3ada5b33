/** Perl's two kinds of numbers in JavaScript's two kinds: what the arithmetic operators share. */
import { looksNumeric, normalInteger } from '../../runtime/numeric.js';
import { FloatInteger, type PerlValue } from '../../runtime/value.js';

/** 2**53: integers up to here are exact as doubles. */
export const TWO53 = 9007199254740992;
export const UV_MAX = 0xffff_ffff_ffff_ffffn;
export const IV_MIN = -0x8000_0000_0000_0000n;

/** Does Perl treat the number as an integer (SvIV_please)? A double of 2**53 and more is a double. */
export function isInteger(n: number | bigint): boolean {
  return typeof n === 'bigint' || Number.isSafeInteger(n);
}

/**
 * Does the operand `v`, whose number is n, take part as an integer? Text that is no clean number, and undef, make perl
 * calculate in doubles. Asked only where the difference shows: beyond 1e15.
 */
export function isIntegerOperand(v: PerlValue, n: number | bigint): boolean {
  if (v === undefined || (typeof v === 'string' && !looksNumeric(v))) return false;
  return isInteger(n);
}

/** An NV result: one that is integral, between 1e15 and 2**53, must still print as 1e+15. */
export function double(n: number): PerlValue {
  if (n < 1e15 && n > -1e15) return n;
  return n < TWO53 && n > -TWO53 && Number.isInteger(n) ? new FloatInteger(n) : n;
}

/** An exact integer result, or `otherwise` if 64 bits do not hold it. */
export function integerOr(n: bigint, otherwise: number): PerlValue {
  return n >= IV_MIN && n <= UV_MAX ? normalInteger(n) : double(otherwise);
}
