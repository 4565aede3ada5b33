import { EACCES, EINVAL } from '../abi/linux-errno.js';
import { IPC_RMID } from '../abi/linux-ipc.js';
import type { Kernel } from '../libc/kernel.js';
import { wrapKernel } from './wrap-kernel.js';

/** What a guest that is not trusted may touch. */
export interface Guard {
  /**
   * The keys that the guest may use; IPC_PRIVATE (0) always may be. Objects that it did not get by a key or make itself
   * do not exist for it. Everything is allowed where absent.
   */
  readonly allowKeys?: readonly number[] | ((key: number) => boolean);
}

/** A kernel for a guest that is not trusted, and what to do when the guest is gone. */
export interface GuardedKernel {
  /** For the guest. */
  readonly kernel: Kernel;
  /** Removes the objects that the guest made, as far as they still exist. */
  removeMade(): void;
}

type Family = 'shm' | 'sem' | 'msg';

/** Allows only some keys, and remembers what was made. */
export function guardKernel(kernel: Kernel, { allowKeys }: Guard): GuardedKernel {
  const known: Record<Family, Set<number>> = { shm: new Set(), sem: new Set(), msg: new Set() };
  const made: Record<Family, Set<number>> = { shm: new Set(), sem: new Set(), msg: new Set() };
  const allowed = typeof allowKeys === 'function' ? allowKeys : (key: number) => allowKeys?.includes(key) ?? true;

  /** `find` asks without creating, so that only what is new counts as made. */
  const get = (family: Family, key: number, find: () => number, create: () => number): number => {
    if (key !== 0 && !allowed(key)) return -EACCES;
    const found = key === 0 ? -1 : find();
    const id = create();
    if (id < 0) return id;
    known[family].add(id);
    if (found !== id) made[family].add(id);
    return id;
  };
  const reach = (family: Family, id: number, call: () => number): number =>
    allowKeys === undefined || known[family].has(id) ? call() : -EINVAL;
  const control = (family: Family, id: number, command: number, call: () => number): number => {
    // The commands that walk over all objects of the system (SHM_STAT) take an index for an id: it has to be known too.
    const status = reach(family, id, call);
    // A removed segment that is still attached can be reached as before.
    if (status >= 0 && command === IPC_RMID) made[family].delete(id);
    return status;
  };

  const guarded = wrapKernel(kernel, {
    shmget: (key, size, flags) =>
      get(
        'shm',
        key,
        () => kernel.shmget(key, 0, 0),
        () => kernel.shmget(key, size, flags),
      ),
    semget: (key, nsems, flags) =>
      get(
        'sem',
        key,
        () => kernel.semget(key, 0, 0),
        () => kernel.semget(key, nsems, flags),
      ),
    msgget: (key, flags) =>
      get(
        'msg',
        key,
        () => kernel.msgget(key, 0),
        () => kernel.msgget(key, flags),
      ),
    shmctl: (id, command, argument) => control('shm', id, command, () => kernel.shmctl(id, command, argument)),
    semctl: (id, semnum, command, argument) =>
      control('sem', id, command, () => kernel.semctl(id, semnum, command, argument)),
    msgctl: (id, command, argument) => control('msg', id, command, () => kernel.msgctl(id, command, argument)),
    shmat: (id, address, flags) =>
      allowKeys === undefined || known.shm.has(id) ? kernel.shmat(id, address, flags) : BigInt(-EINVAL),
    semop: (id, operations, nsops) => reach('sem', id, () => kernel.semop(id, operations, nsops)),
    msgsnd: (id, message, size, flags) => reach('msg', id, () => kernel.msgsnd(id, message, size, flags)),
    msgrcv: (id, message, size, type, flags) => reach('msg', id, () => kernel.msgrcv(id, message, size, type, flags)),
  });
  return {
    kernel: guarded,
    removeMade() {
      for (const id of made.shm) kernel.shmctl(id, IPC_RMID, 0);
      for (const id of made.sem) kernel.semctl(id, 0, IPC_RMID, 0);
      for (const id of made.msg) kernel.msgctl(id, IPC_RMID, 0);
      for (const ids of Object.values(made)) ids.clear();
    },
  };
}
