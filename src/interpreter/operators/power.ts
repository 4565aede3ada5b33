/** ** (perlop): exact in 64 bits when perl is (pp_pow), else C's pow. */
import { normalInteger } from '../../runtime/numeric.js';
import type { PerlValue } from '../../runtime/value.js';
import { double, isInteger, IV_MIN } from './numbers.js';

export function power(x: number | bigint, y: number | bigint): PerlValue {
  if (isInteger(x) && isInteger(y) && y >= 0) {
    const exact = integerPower(x, y);
    if (exact !== null) return exact;
  }
  return double(realPower(Number(x), Number(y)));
}

/** Integers to integers: in doubles for powers of two (always exact), in 64 bits if the result surely fits there. */
function integerPower(x: number | bigint, y: number | bigint): PerlValue | null {
  const base = x < 0 ? -BigInt(x) : BigInt(x);
  if ((base & (base - 1n)) === 0n) return double(Number(x) ** Number(y));
  const bits = base.toString(2).length;
  if (bits * Number(y) > 64) return null;
  const size = base ** BigInt(y);
  if (x >= 0 || BigInt(y) % 2n === 0n) return normalInteger(size);
  return -size >= IV_MIN ? normalInteger(-size) : double(-Number(size));
}

/** C's pow differs from JavaScript's for 1 and NaN, 1 and Infinity. */
function realPower(x: number, y: number): number {
  if (x === 1 || (x === -1 && (y === Infinity || y === -Infinity))) return 1;
  return x ** y;
}
