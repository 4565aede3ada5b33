import { type Limits, linuxLimits } from './limits.js';
import type { Queue } from './message-queues.js';
import { ObjectTable } from './object-table.js';
import { type Process, type ProcessOptions, makeProcess } from './process.js';
import type { SemaphoreSet } from './semaphore-sets.js';
import type { Segment } from './segments.js';

/** How a namespace differs from that of a Linux that was just started. */
export interface SystemOptions {
  /** Limits that differ from those of Linux. */
  readonly limits?: Partial<Limits>;
  /** The time in seconds, for atime, otime and their like. */
  readonly clock?: () => number;
}

/**
 * One namespace of System V IPC objects in this JavaScript heap. Several kernels may share one, each as a process of its
 * own.
 */
export class MemorySystem {
  /** What there can be of everything. */
  readonly limits: Limits;
  /** shmget's objects, by id and key. */
  readonly segments: ObjectTable<Segment>;
  /** semget's. */
  readonly semaphoreSets: ObjectTable<SemaphoreSet>;
  /** msgget's. */
  readonly queues: ObjectTable<Queue>;
  /** The processes that have not exited: their adjustments end with a semaphore set. */
  readonly processes = new Set<Process>();
  /** The time in seconds. */
  readonly clock: () => number;

  constructor({ limits, clock }: SystemOptions = {}) {
    this.limits = { ...linuxLimits, ...limits };
    this.clock = clock ?? (() => Math.floor(Date.now() / 1000));
    this.segments = new ObjectTable(this.limits.shmmni);
    this.semaphoreSets = new ObjectTable(this.limits.semmni);
    this.queues = new ObjectTable(this.limits.msgmni);
  }

  /** A new process; `MemoryKernel` makes its own. */
  start(options: ProcessOptions): Process {
    const process = makeProcess(options);
    this.processes.add(process);
    return process;
  }
}
