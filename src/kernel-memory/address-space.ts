import { EACCES, EINVAL, ENOMEM } from '../abi/linux-errno.js';
import { SHM_DEST, SHM_EXEC, SHM_RDONLY, SHM_REMAP, SHM_RND } from '../abi/linux-ipc.js';
import { MAY_READ, MAY_WRITE, permitted } from './object-table.js';
import type { Process } from './process.js';
import { PAGE, type Segment } from './segments.js';
import type { MemorySystem } from './system.js';

/** A part of a segment at an address that means something to this kernel only. */
export interface Attached {
  readonly address: bigint;
  readonly size: bigint;
  /** Where in the segment it begins: not 0 for what SHM_REMAP has left of an attachment. */
  readonly offset: bigint;
  readonly segment: Segment;
  readonly readOnly: boolean;
}

/** Attachments are placed downwards from here, as mmap(2) does. */
const HIGHEST = 0x7000_0000_0000n;
const END = 0x7fff_ffff_f000n;
const pageMask = BigInt(PAGE - 1);

/** shmat(2): the address, or a negative errno. */
export function shmat(system: MemorySystem, caller: Process, id: number, wanted: bigint, flags: number): bigint {
  const address = id < 0 ? undefined : alignedAddress(wanted, flags);
  const segment = system.segments.find(id);
  if (address === undefined || segment === undefined) return BigInt(-EINVAL);
  const readOnly = (flags & SHM_RDONLY) !== 0;
  const access = MAY_READ | (readOnly ? 0 : MAY_WRITE) | ((flags & SHM_EXEC) === 0 ? 0 : 0o111);
  if (!permitted(caller, segment, access)) return BigInt(-EACCES);
  const size = BigInt(segment.bytes.length);
  const place = address === 0n ? freePlace(caller, size) : address;
  if (place + size > END) return BigInt(-ENOMEM);
  if (address !== 0n && overlapping(caller, place, size).length > 0) {
    if ((flags & SHM_REMAP) === 0) return BigInt(-EINVAL);
    makeRoom(system, caller, place, size);
  }
  enter(caller, { address: place, size, offset: 0n, segment, readOnly });
  segment.atime = system.clock();
  return place;
}

/** shmdt(2): all that is left of the attachment that began at the address. */
export function shmdt(system: MemorySystem, caller: Process, address: bigint): number {
  const first = caller.attached.get(address);
  const parts = [...caller.attached.values()].filter(
    (part) => part.address - part.offset === address && (first === undefined || part.segment === first.segment),
  );
  for (const part of parts) leave(system, caller, part);
  return parts.length > 0 ? 0 : -EINVAL;
}

/** What happens to the attachments when a process ends. */
export function detachAll(system: MemorySystem, caller: Process): void {
  for (const part of caller.attached.values()) leave(system, caller, part);
}

/** Where an address lies. */
export interface Place {
  readonly segment: Segment;
  readonly offset: number;
  /** How much of the attachment follows. */
  readonly room: number;
}

/** Undefined if nothing is attached there, or nothing that may be written to. */
export function placeOf(caller: Process, address: bigint, writing: boolean): Place | undefined {
  for (const part of caller.attached.values()) {
    const distance = address - part.address;
    if (distance < 0n || distance >= part.size || (writing && part.readOnly)) continue;
    return { segment: part.segment, offset: Number(part.offset + distance), room: Number(part.size - distance) };
  }
  return undefined;
}

/** 0n where the kernel chooses; undefined for EINVAL. */
function alignedAddress(wanted: bigint, flags: number): bigint | undefined {
  if (wanted === 0n) return (flags & SHM_REMAP) === 0 ? 0n : undefined;
  if ((wanted & pageMask) === 0n) return wanted;
  const rounded = wanted & ~pageMask;
  return (flags & SHM_RND) === 0 || rounded === 0n ? undefined : rounded;
}

function freePlace({ attached }: Process, size: bigint): bigint {
  let lowest = HIGHEST;
  for (const { address } of attached.values()) if (address < lowest) lowest = address;
  return lowest - size;
}

function overlapping({ attached }: Process, address: bigint, size: bigint): Attached[] {
  return [...attached.values()].filter((part) => part.address < address + size && address < part.address + part.size);
}

/** SHM_REMAP: of what lies there only the parts before and after remain. */
function makeRoom(system: MemorySystem, caller: Process, address: bigint, size: bigint): void {
  for (const part of overlapping(caller, address, size)) {
    const before = address - part.address;
    const after = part.address + part.size - (address + size);
    if (before > 0n) enter(caller, { ...part, size: before });
    if (after > 0n) {
      enter(caller, {
        ...part,
        address: address + size,
        size: after,
        offset: part.offset + part.size - after,
      });
    }
    leave(system, caller, part);
  }
}

function enter(caller: Process, part: Attached): void {
  const { segment } = part;
  caller.attached.set(part.address, part);
  segment.nattch++;
  segment.lpid = caller.pid;
}

/** A part that `enter` has put something in the place of stays known by that. */
function leave({ segments, clock }: MemorySystem, caller: Process, part: Attached): void {
  const { segment } = part;
  if (caller.attached.get(part.address) === part) caller.attached.delete(part.address);
  segment.nattch--;
  segment.lpid = caller.pid;
  segment.dtime = clock();
  if (segment.nattch === 0 && (segment.mode & SHM_DEST) !== 0) segments.delete(segment);
}
