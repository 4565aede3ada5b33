import type { SegmentMode } from '../libc/segment-io.js';
import { toCInt } from '../runtime/c-integer.js';
import type { Environment } from './environment.js';
import type { Truth } from './results.js';

/** What the two do with the range of a segment. */
export interface SegmentUse<S> {
  readonly op: 'shmread' | 'shmwrite';
  readonly mode: SegmentMode;
  /** All at once, if nobody can tell: 0 or -errno; undefined: it has to go step by step. */
  readonly atOnce: (
    env: Environment<S>,
    shmid: number,
    operand: S,
    start: number,
    length: number,
  ) => number | undefined;
  /** With the segment attached, and the range at `address`. */
  readonly copy: (env: Environment<S>, operand: S, address: bigint, length: number) => void;
}

/**
 * What shmread and shmwrite share (perlfunc): ID, POS and SIZE are read in this order, `$!` becomes 0, the range is
 * checked and the segment attached; only then `copy` looks at the second operand. It may die: the segment is released
 * all the same. A STORE may leave its own `$!`, which success does not touch.
 */
export function copyAttached<S>(
  env: Environment<S>,
  use: SegmentUse<S>,
  id: S,
  operand: S,
  position: S,
  size: S,
): Truth {
  const { host } = env;
  const { op } = use;
  const shmid = toCInt(host.toInteger(id, op));
  const start = toCInt(host.toInteger(position, op));
  const length = toCInt(host.toInteger(size, op));
  host.setErrno(0);
  const atOnce = length < 0 ? undefined : use.atOnce(env, shmid, operand, start, length);
  const status = atOnce ?? stepByStep(env, use, shmid, operand, start, length);
  if (status < 0) host.setErrno(-status);
  return status < 0 ? 0 : 1;
}

function stepByStep<S>(
  env: Environment<S>,
  { mode, copy }: SegmentUse<S>,
  shmid: number,
  operand: S,
  start: number,
  length: number,
): number {
  const { segments } = env;
  const address = segments.attach(shmid, start, length, mode);
  if (address < 0n) return Number(address);
  let status = 0;
  try {
    copy(env, operand, start === 0 ? address : address + BigInt(start), length);
  } finally {
    status = segments.release(address);
  }
  return status;
}
