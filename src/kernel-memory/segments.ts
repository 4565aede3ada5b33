import { EACCES, EFAULT, EINVAL, ENOMEM, ENOSPC, EPERM } from '../abi/linux-errno.js';
import {
  IPC_INFO,
  IPC_PRIVATE,
  IPC_RMID,
  IPC_SET,
  IPC_STAT,
  SHM_DEST,
  SHM_HUGETLB,
  SHM_INFO,
  SHM_LOCK,
  SHM_LOCKED,
  SHM_STAT,
  SHM_STAT_ANY,
  SHM_UNLOCK,
} from '../abi/linux-ipc.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import type { CtlArgument } from '../libc/kernel.js';
import { type IpcObject, MAY_READ, ownership, permitted } from './object-table.js';
import { setOwner } from './ownership.js';
import type { Process } from './process.js';
import { SparseBytes } from './sparse-bytes.js';
import { structAt, writePermissions, writeStruct } from './structs.js';
import type { MemorySystem } from './system.js';

export const PAGE = 4096;

/** A shared memory segment: struct shmid_ds, and its bytes, rounded up to pages. */
export interface Segment extends IpcObject {
  readonly segsz: number;
  readonly bytes: SparseBytes;
  readonly cpid: number;
  lpid: number;
  nattch: number;
  atime: number;
  dtime: number;
}

/** shmget(2). */
export function shmget(
  system: MemorySystem,
  caller: Process,
  key: number,
  size: number | bigint,
  flags: number,
): number {
  const fits = (segment: Segment): boolean => size <= segment.segsz;
  return system.segments.get(caller, key, flags, fits, () => newSegment(system, caller, key, BigInt(size), flags));
}

function newSegment(system: MemorySystem, caller: Process, key: number, size: bigint, flags: number): Segment | number {
  const { limits, segments, clock } = system;
  if (size < 1n || size > limits.shmmax) return -EINVAL;
  const pages = (size + BigInt(PAGE) - 1n) / BigInt(PAGE);
  const used = pagesInUse(system);
  if (BigInt(used) + pages > limits.shmall) return -ENOSPC;
  if ((flags & SHM_HUGETLB) !== 0) return caller.privileged ? -ENOMEM : -EPERM;
  if ((BigInt(used) + pages) * BigInt(PAGE) > limits.memory) return -ENOMEM;
  return segments.add(caller, key, flags, clock(), (base) => ({
    ...base,
    segsz: Number(size),
    bytes: new SparseBytes(Number(pages) * PAGE),
    cpid: caller.pid,
    lpid: 0,
    nattch: 0,
    atime: 0,
    dtime: 0,
  }));
}

function pagesInUse({ segments }: MemorySystem): number {
  let bytes = 0;
  for (const segment of segments) bytes += segment.bytes.length;
  return bytes / PAGE;
}

/** shmctl(2). */
export function shmctl(
  system: MemorySystem,
  caller: Process,
  id: number,
  command: number,
  argument: CtlArgument,
): number {
  if (id < 0 || command < 0) return -EINVAL;
  if (command === IPC_INFO || command === SHM_INFO) return inform(system, command, argument);
  if (command === SHM_STAT || command === SHM_STAT_ANY) {
    return stat(caller, system.segments.at(id), argument, command === SHM_STAT_ANY, true);
  }
  const segment = system.segments.find(id);
  switch (command) {
    case IPC_STAT:
      return stat(caller, segment, argument, false, false);
    case IPC_SET:
      return segment === undefined ? -EINVAL : setOwner(caller, segment, argument, system.clock());
    case IPC_RMID:
      return segment === undefined ? -EINVAL : ownership(caller, segment) || removeSegment(system, segment);
    case SHM_LOCK:
    case SHM_UNLOCK:
      return segment === undefined ? -EINVAL : lock(caller, segment, command === SHM_LOCK);
    default:
      return -EINVAL;
  }
}

function stat(
  caller: Process,
  segment: Segment | undefined,
  argument: CtlArgument,
  anybody: boolean,
  answersId: boolean,
): number {
  if (segment === undefined) return -EINVAL;
  if (!anybody && !permitted(caller, segment, MAY_READ)) return -EACCES;
  const struct = structAt(argument);
  if (struct === undefined) return -EFAULT;
  const { segsz, atime, dtime, ctime, cpid, lpid, nattch } = segment;
  writeStruct(struct, sharedStructs.shmid_ds, {
    shm_segsz: segsz,
    shm_atime: atime,
    shm_dtime: dtime,
    shm_ctime: ctime,
    shm_cpid: cpid,
    shm_lpid: lpid,
    shm_nattch: nattch,
  });
  writePermissions(struct, segment);
  return answersId ? segment.id : 0;
}

function inform(system: MemorySystem, command: number, argument: CtlArgument): number {
  const struct = structAt(argument);
  if (struct === undefined) return -EFAULT;
  const { shmmax, shmmni, shmall } = system.limits;
  if (command === IPC_INFO) {
    writeStruct(struct, sharedStructs.shminfo, { shmmax, shmmin: 1, shmmni, shmseg: shmmni, shmall });
  } else {
    const pages = pagesInUse(system);
    writeStruct(struct, sharedStructs.shm_info, { used_ids: system.segments.size, shm_tot: pages, shm_rss: pages });
  }
  return system.segments.highestIndex;
}

function lock(caller: Process, segment: Segment, locked: boolean): number {
  const refused = ownership(caller, segment);
  if (refused < 0) return refused;
  segment.mode = locked ? segment.mode | SHM_LOCKED : segment.mode & ~SHM_LOCKED;
  return 0;
}

/** Without attachments it is gone at once; else it loses its key, and lives until the last detach. */
function removeSegment({ segments }: MemorySystem, segment: Segment): number {
  if (segment.nattch === 0) segments.delete(segment);
  else {
    segment.key = IPC_PRIVATE;
    segment.mode |= SHM_DEST;
  }
  return 0;
}
