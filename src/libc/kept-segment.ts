/** A segment that stays attached between calls, and what the kernel said of it when it was attached. */
import { SHM_DEST } from '../abi/linux-ipc.js';
import { platformStructs, sharedStructs } from '../abi/struct-layouts.js';
import { KEPT_PLACES } from './handler-code.js';
import { makeScratch } from './scratch.js';

const { shmid_ds } = sharedStructs;
const { fields } = shmid_ds;
const MODE = platformStructs['x86_64-glibc'].ipc_perm.fields.mode.offset / 4;
/** All of struct ipc_perm (owner, key, sequence, permissions, SHM_DEST), and the size. */
const PERM_AND_SIZE = fields.shm_atime.offset / 4;
const CTIME = fields.shm_ctime.offset / 4;
/** The time of the last change, two words, and the creator. What every attachment changes lies around them. */
const CTIME_AND_CPID = CTIME + 3;

/** struct shmid_ds of shmctl(2) as words. */
export type Status = Int32Array;

/** Memory for the statuses of all segments, by place. */
export class Statuses {
  private readonly scratch = makeScratch(KEPT_PLACES * shmid_ds.size);

  /** A copy in its place: the words, and their address. */
  keep(place: number, status: Status): Pick<KeptSegment, 'status' | 'statusAddress'> {
    const start = place * shmid_ds.size;
    const own = this.scratch.int32.subarray(start / 4, (start + shmid_ds.size) / 4);
    own.set(status);
    return { status: own, statusAddress: this.scratch.address + BigInt(start) };
  }
}

export interface KeptSegment {
  readonly shmid: number;
  /** Its place among the flags and addresses of keeping.ts. */
  readonly place: number;
  readonly address: bigint;
  readonly writable: boolean;
  readonly size: number;
  readonly status: Status;
  /** Where that lies, for the gate. */
  readonly statusAddress: bigint;
  /** The second it was attached in, which shm_atime shows. */
  readonly second: number;
  /** The tick of its last use. */
  tick: number;
  /** The number of its last use among all uses. */
  used: number;
  /** How often it was there when it was needed. */
  hits: number;
}

/** Is nothing different from what was seen at the attachment, but for what attachments themselves change? */
export function isSame(now: Status, then: Status): boolean {
  for (let word = 0; word < PERM_AND_SIZE; word++) if (now[word] !== then[word]) return false;
  for (let word = CTIME; word < CTIME_AND_CPID; word++) if (now[word] !== then[word]) return false;
  return true;
}

/** Has somebody removed it already? */
export function isRemoved(status: Status): boolean {
  return ((status[MODE] as number) & SHM_DEST) !== 0;
}

const SIZE = fields.shm_segsz.offset / 4;

/** shm_segsz as a number. */
export function sizeOf(status: Status): number {
  return ((status[SIZE + 1] as number) >>> 0) * 2 ** 32 + ((status[SIZE] as number) >>> 0);
}
