import type { Attached } from './address-space.js';

/** Whoever makes the calls: what the kernel knows of a process. */
export interface Process {
  readonly pid: number;
  readonly uid: number;
  readonly gid: number;
  readonly groups: readonly number[];
  /** Permissions don't stop it (CAP_IPC_OWNER, CAP_SYS_ADMIN, CAP_IPC_LOCK). */
  readonly privileged: boolean;
  /** It may raise a queue's size above msgmnb (CAP_SYS_RESOURCE). */
  readonly mayRaiseLimits: boolean;
  /** Its attachments, by address. */
  readonly attached: Map<bigint, Attached>;
  /** By semid: what its exit adds to each semaphore (SEM_UNDO). */
  readonly adjustments: Map<number, Int32Array>;
  /** The operation that its semop waits for, while it sleeps. */
  waiting: WaitingFor | undefined;
}

/** What GETNCNT and GETZCNT count. */
export interface WaitingFor {
  readonly semid: number;
  readonly semnum: number;
  /** It waits for zero; otherwise for a greater value. */
  readonly zero: boolean;
}

/** What may be said about a process; the rest is that of this one. */
export type ProcessOptions = Partial<Omit<Process, 'attached' | 'adjustments' | 'waiting'>>;

export function makeProcess(options: ProcessOptions): Process {
  const uid = options.uid ?? process.geteuid?.() ?? 0;
  return {
    pid: process.pid,
    gid: process.getegid?.() ?? 0,
    groups: process.getgroups?.() ?? [],
    privileged: uid === 0,
    mayRaiseLimits: false,
    ...options,
    uid,
    attached: new Map(),
    adjustments: new Map(),
    waiting: undefined,
  };
}
