import { SHM_RDONLY } from '../abi/linux-ipc.js';
import type { Kernel, SegmentCopy } from './kernel.js';

/** What shmread and shmwrite do to a segment: the flags of shmat(2), SHM_RDONLY or none. */
export type SegmentMode = typeof READ | typeof WRITE;
export const READ = SHM_RDONLY;
export const WRITE = 0;

/**
 * Access to a range of a segment by its id. Perl attaches and detaches within every shmread and shmwrite (perlfunc);
 * an implementation may keep attachments longer as long as nobody can tell.
 *
 * The caller's own work (preparing a variable, fetching a string) lies between `attach` and `release`, as in Perl's
 * do_shmio, and may throw: release in a `finally`, or use `withSegment`.
 */
export interface SegmentIo {
  /**
   * Checks the range, then attaches: the address of the segment's first byte, or -errno as a negative bigint. -EFAULT
   * without attaching if the range does not lie inside the segment, as Perl says it.
   */
  attach(shmid: number, position: number, size: number, mode: SegmentMode): bigint;
  /** Ends what `attach` began: 0, or -errno. */
  release(address: bigint): number;
  /** Optional: all of it at once, for a caller who has nothing to do in between. Undefined: it has to go step by step. */
  copy?: SegmentCopy;
}

/**
 * Attach, let `copy` work on the range, release always. `copy` receives the address of the range itself (segment plus
 * position). Answers 0 or -errno.
 */
export function withSegment(
  segments: SegmentIo,
  shmid: number,
  position: number,
  size: number,
  mode: SegmentMode,
  copy: (address: bigint) => void,
): number {
  const address = segments.attach(shmid, position, size, mode);
  if (address < 0n) return Number(address);
  let result = 0;
  try {
    copy(position === 0 ? address : address + BigInt(position));
  } finally {
    result = segments.release(address);
  }
  return result;
}

/** A copy of the bytes of a range, or -errno. */
export function readSegment(
  kernel: Kernel,
  segments: SegmentIo,
  shmid: number,
  position: number,
  size: number,
): Uint8Array | number {
  let bytes = NOTHING;
  const result = withSegment(segments, shmid, position, size, READ, (address) => {
    bytes = new Uint8Array(size);
    kernel.read(address, bytes, size);
  });
  return result < 0 ? result : bytes;
}

const NOTHING = new Uint8Array(0);

/** Overwrites a range with `bytes`, cut or filled with NULs to its size. Answers 0 or -errno. */
export function writeSegment(
  kernel: Kernel,
  segments: SegmentIo,
  shmid: number,
  position: number,
  size: number,
  bytes: Uint8Array,
): number {
  return withSegment(segments, shmid, position, size, WRITE, (address) => {
    writePadded(kernel, address, size, bytes, bytes.length);
  });
}

/** The first `length` bytes of `bytes`, at most `size` of them, and NULs up to `size`. */
export function writePadded(kernel: Kernel, address: bigint, size: number, bytes: Uint8Array, length: number): void {
  const used = Math.min(length, size);
  if (used > 0) kernel.write(address, bytes, used);
  if (used < size) kernel.clear(used === 0 ? address : address + BigInt(used), size - used);
}
