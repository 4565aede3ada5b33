import type { Integer } from './host.js';

/** The low 32 bits as a C int: how perl passes an IV to an `int` parameter. */
export function toCInt(integer: Integer): number {
  return typeof integer === 'number' ? integer | 0 : Number(BigInt.asIntN(32, integer));
}

/** The representation the Host interface prescribes: a number while it is a safe integer. */
export function narrow(integer: bigint): Integer {
  return integer >= Number.MIN_SAFE_INTEGER && integer <= Number.MAX_SAFE_INTEGER ? Number(integer) : integer;
}

const INT_MIN = -0x80000000;
const INT_MAX = 0x7fffffff;

/**
 * C's cast from double to int, as the processor does it (C11 6.3.1.4 leaves it open): x86-64 answers 0x80000000 for
 * everything that does not fit, ARM saturates and makes NaN 0. This is how perl reads a KEY.
 */
export function doubleToCInt(double: number, architecture: string = process.arch): number {
  const whole = Math.trunc(double);
  if (whole >= INT_MIN && whole <= INT_MAX) return whole | 0;
  if (architecture !== 'arm64') return INT_MIN;
  if (Number.isNaN(whole)) return 0;
  return whole > 0 ? INT_MAX : INT_MIN;
}
