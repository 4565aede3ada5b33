/** % (perlop): the result has the sign of the right operand; operands are integers, truncated. */
import { active } from '../../runtime/active.js';
import { normalInteger } from '../../runtime/numeric.js';
import type { PerlValue } from '../../runtime/value.js';
import { double, IV_MIN } from './numbers.js';

const TWO64 = 18446744073709551616;

export function modulus(x: number | bigint, y: number | bigint): PerlValue {
  if (typeof x === 'number' && typeof y === 'number' && Number.isSafeInteger(x) && Number.isSafeInteger(y) && y !== 0) {
    const r = x % y;
    return r !== 0 && r < 0 !== y < 0 ? r + y : r + 0;
  }
  const left = magnitude(x);
  const right = magnitude(y);
  if (left === null || right === null) return doubleModulus(Number(x), Number(y));
  if (right === 0n) active().die('Illegal modulus zero');
  let r = left % right;
  if (x < 0 !== y < 0 && r !== 0n) r = right - r;
  if (!(y < 0)) return normalInteger(r);
  return -r >= IV_MIN ? normalInteger(-r) : double(-Number(r));
}

/** The absolute value as a UV, or null if it does not fit (then perl uses fmod). */
function magnitude(n: number | bigint): bigint | null {
  if (typeof n === 'bigint') return n < 0n ? -n : n;
  const size = Math.abs(n);
  return size < TWO64 ? BigInt(Math.trunc(size)) : null;
}

function doubleModulus(x: number, y: number): PerlValue {
  const left = Math.abs(x);
  const size = Math.abs(y);
  const right = Number.isInteger(size) ? size : Math.floor(size + 0.5);
  if (right === 0) active().die('Illegal modulus zero');
  let r = left % right;
  if (x < 0 !== y < 0 && r !== 0) r = right - r;
  return double(y < 0 ? -r : r);
}
