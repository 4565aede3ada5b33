/** select with four operands: wait until descriptors are ready, or just sleep (perlfunc select, select(2)). */
import { sys } from '../../libc/results.js';
import type { Op } from '../../runtime/active.js';
import { str, toNumber } from '../../runtime/convert.js';
import type { Scalar } from '../../runtime/scalar.js';
import { LIST } from '../../runtime/value.js';
import type { PerlValue, Want } from '../../runtime/value.js';
import { prepareProcess } from '../process/prepare.js';
import { interruptedOnce } from '../process/signal-delivery.js';
import { fail, perl } from './perl.js';

/** FD_SETSIZE bits */
const SET_SIZE = 128;

interface Watched {
  readonly scalar: Scalar;
  readonly length: number;
  readonly set: Buffer;
}

function watch(op: Op, scalar: Scalar): Watched | null {
  if (scalar.v === undefined) return null;
  const bits = str(scalar.v, op);
  const set = Buffer.alloc(Math.max(SET_SIZE, bits.length));
  set.write(bits, 'latin1');
  return { scalar, length: bits.length, set };
}

export function selectDescriptors(
  op: Op,
  want: Want,
  reads: Scalar,
  writes: Scalar,
  errors: Scalar,
  timeout: PerlValue,
): PerlValue | PerlValue[] {
  prepareProcess();
  const watched = [watch(op, reads), watch(op, writes), watch(op, errors)];
  const highest = Math.max(0, ...watched.map((w) => (w === null ? 0 : w.length * 8)));
  const time = timeout === undefined ? null : timeval(toNumber(timeout, op));
  const [r, w, e] = watched.map((one) => one?.set ?? null);
  const result = interruptedOnce(() => sys.select(Math.min(highest, SET_SIZE * 8), r!, w!, e!, time));
  if (result < 0) fail(result);
  else for (const one of watched) if (one !== null) one.scalar.v = one.set.toString('latin1', 0, one.length);
  const found = result < 0 ? -1 : result;
  return want === LIST ? [found, time === null ? 0 : secondsIn(time)] : found;
}

/** struct timeval; Linux leaves the remaining time in it. */
function timeval(seconds: number): BigInt64Array {
  const s = Math.max(0, seconds);
  if (Number.isNaN(s)) perl().die('Invalid timeout');
  const whole = Math.floor(s);
  return BigInt64Array.of(BigInt(whole), BigInt(Math.floor((s - whole) * 1e6)));
}

function secondsIn(time: BigInt64Array): number {
  return Number(time[0]) + Number(time[1]) / 1e6;
}
