/** shmread and shmwrite through the gate: all system calls of one in one call from JavaScript (shmop(2), shmctl(2)). */
import { MADV_POPULATE_READ, MADV_POPULATE_WRITE } from '../../abi/linux-process.js';
import { sharedStructs } from '../../abi/struct-layouts.js';
import { addressOf } from '../address-of.js';
import { placeFor } from '../guided-attach.js';
import type { SegmentCopy } from '../kernel.js';
import { WRITE } from '../segment-io.js';
import { gate } from './gate.js';
import {
  ADVICE,
  FLAGS,
  LENGTH,
  longs,
  OURS,
  PADDING,
  PLACE,
  POSITION,
  RESULT,
  SEGMENT,
  SHMID,
  STATUS_BEFORE,
  STATUS_OFFSET,
  words,
} from './words.js';

/** From so many bytes on it is faster to have the kernel map the range at once than to take a fault for each page. */
const POPULATE_FROM = 8192;

/**
 * The whole of a shmread or shmwrite as perl does it: IPC_STAT, the range check, shmat, the copy between `ours` and the
 * segment, shmdt. 0 or -errno; undefined where there is no gate.
 */
export const copyExactly: SegmentCopy = (shmid, position, length, padding, flags, ours) => {
  const through = gate();
  if (through === null) return undefined;
  describe(shmid, position, length, padding, flags, ours);
  const sizeBefore = sizes.get(shmid) ?? 0;
  longs[PLACE] = placeFor(sizeBefore);
  words[2 * ADVICE] = length + padding < POPULATE_FROM ? 0 : flags === WRITE ? MADV_POPULATE_WRITE : MADV_POPULATE_READ;
  through.exact();
  const result = words[2 * RESULT] as number;
  if (result === 0 && words[SEGSZ] !== sizeBefore) noteSize(shmid);
  return result;
};

/** The low word of shm_segsz, as the last IPC_STAT has filled it in. */
const SEGSZ = (STATUS_OFFSET + sharedStructs.shmid_ds.fields.shm_segsz.offset) / 4;

/** How long a segment was the last time: the place to attach it depends on it, and the size is known too late. */
const sizes = new Map<number, number>();
const MOST_SIZES = 4096;

function noteSize(shmid: number): void {
  if (sizes.size >= MOST_SIZES) sizes.clear();
  sizes.set(shmid, words[SEGSZ] as number);
}

/**
 * The same with a segment that is still attached at an address: 1, and nothing is done, if its status is not what it was
 * at `statusBefore`, an address of a struct shmid_ds.
 */
export function copyKept(
  through: () => void,
  segment: bigint,
  statusBefore: bigint,
  ...range: Parameters<SegmentCopy>
): number {
  describe(...range);
  longs[SEGMENT] = segment;
  longs[STATUS_BEFORE] = statusBefore;
  through();
  return words[2 * RESULT] as number;
}

function describe(...[shmid, position, length, padding, flags, ours]: Parameters<SegmentCopy>): void {
  if (length > ours.length) throw new RangeError(`${length} bytes in an array of ${ours.length}`);
  words[2 * SHMID] = shmid;
  words[2 * FLAGS] = flags;
  words[2 * POSITION] = position;
  words[2 * LENGTH] = length;
  words[2 * PADDING] = padding;
  longs[OURS] = addressOf(ours);
}
