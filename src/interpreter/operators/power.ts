/** ** (perlop): exact in 64 bits when perl is (pp_pow), else C's pow. */
import { normalInteger } from '../../runtime/numeric.js';
import type { PerlValue } from '../../runtime/value.js';
import { double, IV_MIN } from './numbers.js';

/** `integers`: both operands are integers to perl. */
export function power(x: number | bigint, y: number | bigint, integers: boolean): PerlValue {
  if (integers && y >= 0) {
    const exact = integerPower(x, y);
    if (exact !== null) return exact;
  }
  return double(realPower(Number(x), Number(y)));
}

/** The power of two plain numbers where its form is beyond doubt, else NaN. */
export function quickPower(x: number, y: number): number {
  if (!Number.isSafeInteger(x) || !Number.isSafeInteger(y) || y < 0) return below1e15(x ** y);
  if (y > 64) return NaN;
  let product = 1;
  for (let i = 0; i < y; i++) product *= x;
  return below1e15(product);
}
function below1e15(n: number): number {
  return n < 1e15 && n > -1e15 ? n : NaN;
}

/** Integers to integers: in doubles for powers of two (always exact), in 64 bits if the result surely fits there. */
function integerPower(x: number | bigint, y: number | bigint): PerlValue | null {
  const base = x < 0 ? -BigInt(x) : BigInt(x);
  const exponent = BigInt(y);
  const negative = x < 0 && (exponent & 1n) === 1n;
  if ((base & (base - 1n)) === 0n) return double(Number(base) ** Number(y) * (negative ? -1 : 1));
  // The product wraps as it does in perl: 10**(2**63) is 0.
  if (BigInt.asUintN(64, BigInt(base.toString(2).length) * exponent) > 64n) return null;
  const size = wrappingPower(base, exponent);
  if (!negative) return normalInteger(size);
  return -size >= IV_MIN ? normalInteger(-size) : double(-Number(size));
}

/** By repeated squaring in a 64-bit register. */
function wrappingPower(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (let square = base, left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = BigInt.asUintN(64, result * square);
    square = BigInt.asUintN(64, square * square);
  }
  return result;
}

/** C's pow differs from JavaScript's for 1 and NaN, 1 and Infinity. */
function realPower(x: number, y: number): number {
  if (x === 1 || (x === -1 && (y === Infinity || y === -Infinity))) return 1;
  return x ** y;
}
