import { E2BIG, EACCES, EAGAIN, EFBIG, EINVAL, ERANGE } from '../abi/linux-errno.js';
import { IPC_NOWAIT, SEM_UNDO } from '../abi/linux-ipc.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import { SEMVMX } from './limits.js';
import { MAY_READ, MAY_WRITE, permitted } from './object-table.js';
import { copyOf } from './structs.js';
import type { Process } from './process.js';
import type { SemaphoreSet } from './semaphore-sets.js';
import type { MemorySystem } from './system.js';

/** The call would sleep: no errno. */
export const WOULD_SLEEP = -0x1000_0000;

interface Operation {
  readonly semnum: number;
  readonly change: number;
  readonly flags: number;
}

/** semop(2), but where it would sleep the answer is WOULD_SLEEP. */
export function semop(system: MemorySystem, caller: Process, id: number, bytes: Uint8Array, nsops: number): number {
  if (nsops < 1 || id < 0) return -EINVAL;
  if (nsops > system.limits.semopm) return -E2BIG;
  const set = system.semaphoreSets.find(id);
  if (set === undefined) return -EINVAL;
  const operations = readOperations(bytes, nsops);
  if (operations.some(({ semnum }) => semnum >= set.values.length)) return -EFBIG;
  const changes = operations.some(({ change }) => change !== 0);
  if (!permitted(caller, set, changes ? MAY_WRITE : MAY_READ)) return -EACCES;
  const status = perform(caller, set, operations);
  if (status === 0) set.otime = system.clock();
  return status;
}

function readOperations(bytes: Uint8Array, nsops: number): Operation[] {
  const { size } = sharedStructs.sembuf;
  const shorts = new Int16Array(copyOf(bytes, 0, nsops * size).buffer);
  return Array.from({ length: nsops }, (_, index) => {
    const [semnum = 0, change = 0, flags = 0] = shorts.subarray(index * 3, index * 3 + 3);
    return { semnum: semnum & 0xffff, change, flags };
  });
}

/** All or nothing: the operations see each other's results, and the set only changes if all of them can proceed. */
function perform(caller: Process, set: SemaphoreSet, operations: readonly Operation[]): number {
  const values = set.values.slice();
  const before = caller.adjustments.get(set.id) ?? new Int32Array(values.length);
  const adjustments = before.slice();
  for (const { semnum, change, flags } of operations) {
    const value = values[semnum] ?? 0;
    if (change === 0 ? value !== 0 : value + change < 0) {
      if ((flags & IPC_NOWAIT) !== 0) return -EAGAIN;
      caller.waiting = { semid: set.id, semnum, zero: change === 0 };
      return WOULD_SLEEP;
    }
    if (value + change > SEMVMX) return -ERANGE;
    if ((flags & SEM_UNDO) !== 0) {
      const adjustment = (adjustments[semnum] ?? 0) - change;
      if (adjustment < -SEMVMX - 1 || adjustment > SEMVMX) return -ERANGE;
      adjustments[semnum] = adjustment;
    }
    values[semnum] = value + change;
  }
  set.values.set(values);
  for (const { semnum } of operations) set.pids[semnum] = caller.pid;
  if (operations.some(({ flags }) => (flags & SEM_UNDO) !== 0)) caller.adjustments.set(set.id, adjustments);
  return 0;
}
