/** The limits of a system, by the names of proc_sys_kernel(5) and svipc(7). */
export interface Limits {
  /** The longest segment, in bytes. */
  readonly shmmax: bigint;
  /** All segments together, in pages. */
  readonly shmall: bigint;
  /** Segments. */
  readonly shmmni: number;
  /** Semaphores in a set. */
  readonly semmsl: number;
  /** Semaphores in all sets. */
  readonly semmns: number;
  /** Operations of one semop. */
  readonly semopm: number;
  /** Sets. */
  readonly semmni: number;
  /** The longest message. */
  readonly msgmax: number;
  /** The bytes that a new queue may hold. */
  readonly msgmnb: number;
  /** Queues. */
  readonly msgmni: number;
  /** Bytes that all segments together may have: beyond that ENOMEM. Only what is written to takes memory. */
  readonly memory: number;
}

/** What Linux starts with, on a machine of 64 GiB. */
export const linuxLimits: Limits = {
  shmmax: 18446744073692774399n,
  shmall: 18446744073692774399n,
  shmmni: 4096,
  semmsl: 32_000,
  semmns: 1_024_000_000,
  semopm: 500,
  semmni: 32_000,
  msgmax: 8192,
  msgmnb: 16_384,
  msgmni: 32_000,
  memory: 2 ** 36,
};

/** The highest value of a semaphore, and of an adjustment at exit (semop(2)). */
export const SEMVMX = 32_767;
