import type { SegmentMode } from '../libc/segment-io.js';
import { toCInt } from '../runtime/c-integer.js';
import type { Environment } from './environment.js';
import type { Truth } from './results.js';

/** What shmread or shmwrite does with its range, which begins at `address`. */
export type SegmentCopy<S> = (env: Environment<S>, operand: S, address: bigint, size: number) => void;

/**
 * What shmread and shmwrite share (perlfunc): ID, POS and SIZE are read in this order, `$!` becomes 0, the range is
 * checked and the segment attached; only then `copy` looks at the second operand. It may die: the segment is released
 * all the same. A STORE may leave its own `$!`, which success does not touch.
 */
export function copyAttached<S>(
  env: Environment<S>,
  op: 'shmread' | 'shmwrite',
  mode: SegmentMode,
  id: S,
  operand: S,
  position: S,
  size: S,
  copy: SegmentCopy<S>,
): Truth {
  const { host, segments } = env;
  const shmid = toCInt(host.toInteger(id, op));
  const start = toCInt(host.toInteger(position, op));
  const length = toCInt(host.toInteger(size, op));
  host.setErrno(0);
  const address = segments.attach(shmid, start, length, mode);
  let status = 0;
  if (address < 0n) {
    status = Number(address);
  } else {
    try {
      copy(env, operand, start === 0 ? address : address + BigInt(start), length);
    } finally {
      status = segments.release(address);
    }
  }
  if (status < 0) host.setErrno(-status);
  return status < 0 ? 0 : 1;
}
