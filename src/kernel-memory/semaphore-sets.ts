import { EINVAL, ENOSPC } from '../abi/linux-errno.js';
import { SEMVMX } from './limits.js';
import type { IpcObject } from './object-table.js';
import type { Process } from './process.js';
import type { MemorySystem } from './system.js';

/** A set of semaphores: struct semid_ds, the values, and who changed each last. */
export interface SemaphoreSet extends IpcObject {
  readonly values: Uint16Array;
  readonly pids: Int32Array;
  otime: number;
}

/** semget(2). */
export function semget(system: MemorySystem, caller: Process, key: number, nsems: number, flags: number): number {
  const { limits, semaphoreSets, clock } = system;
  if (nsems < 0 || nsems > limits.semmsl) return -EINVAL;
  const fits = ({ values }: SemaphoreSet): boolean => nsems <= values.length;
  return semaphoreSets.get(caller, key, flags, fits, () => {
    if (nsems === 0) return -EINVAL;
    if (semaphoresInUse(system) + nsems > limits.semmns) return -ENOSPC;
    return semaphoreSets.add(caller, key, flags, clock(), (base) => ({
      ...base,
      values: new Uint16Array(nsems),
      pids: new Int32Array(nsems),
      otime: 0,
    }));
  });
}

export function semaphoresInUse({ semaphoreSets }: MemorySystem): number {
  let count = 0;
  for (const { values } of semaphoreSets) count += values.length;
  return count;
}

/** SETVAL and SETALL cancel what exits would undo, for one semaphore or for all. */
export function cancelAdjustments({ processes }: MemorySystem, { id }: SemaphoreSet, semnum?: number): void {
  for (const { adjustments } of processes) {
    if (semnum === undefined) adjustments.get(id)?.fill(0);
    else adjustments.get(id)?.fill(0, semnum, semnum + 1);
  }
}

/** Who sleeps is told EIDRM when it tries again. */
export function removeSet({ semaphoreSets, processes }: MemorySystem, set: SemaphoreSet): number {
  semaphoreSets.delete(set);
  for (const { adjustments } of processes) adjustments.delete(set.id);
  return 0;
}

/** The end of a process (SEM_UNDO, semop(2)): values stay between 0 and the highest. */
export function undoAll({ semaphoreSets, clock }: MemorySystem, caller: Process): void {
  for (const [id, adjustments] of caller.adjustments) {
    const set = semaphoreSets.find(id);
    if (set === undefined) continue;
    adjustments.forEach((adjustment, semnum) => {
      if (adjustment === 0) return;
      set.values[semnum] = Math.min(Math.max((set.values[semnum] ?? 0) + adjustment, 0), SEMVMX);
      set.pids[semnum] = caller.pid;
    });
    set.otime = clock();
  }
  caller.adjustments.clear();
}
