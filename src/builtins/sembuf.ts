import { EAGAIN } from '../abi/linux-errno.js';
import { GETVAL, IPC_NOWAIT } from '../abi/linux-ipc.js';
import type { Kernel } from '../libc/kernel.js';
import type { SemopCall } from './semop.js';

/** A semop that never sleeps. */
export interface SemopAttempt {
  readonly make: () => number;
  /** Whether the program's own call would sleep now, after that result. */
  readonly mayRetry: (status: number) => boolean;
}

/** struct sembuf as three shorts. */
const SHORTS = 3;

/** The same operations with IPC_NOWAIT on each. */
export function withoutWaiting(kernel: Kernel, { semid, operations, nsops }: SemopCall): SemopAttempt {
  const asked = new Int16Array(nsops * SHORTS);
  const bytes = Buffer.from(asked.buffer);
  if (typeof operations === 'string') bytes.write(operations, 'latin1');
  else bytes.set(operations);
  const hasty = asked.slice();
  for (let flags = 2; flags < hasty.length; flags += SHORTS) hasty[flags] = (hasty[flags] ?? 0) | IPC_NOWAIT;
  const hastyBytes = new Uint8Array(hasty.buffer);
  return {
    make: () => kernel.semop(semid, hastyBytes, nsops),
    mayRetry: (status) => status === -EAGAIN && !stopsAtNowait(kernel, semid, asked),
  };
}

/**
 * Whether the first operation that cannot proceed is one that the program marked IPC_NOWAIT. The kernel tells that only
 * by failing or sleeping, so the operations are gone through with the values of this moment.
 */
function stopsAtNowait(kernel: Kernel, semid: number, operations: Int16Array): boolean {
  const values = new Map<number, number>();
  for (let index = 0; index < operations.length; index += SHORTS) {
    const [semnum = 0, change = 0, flags = 0] = operations.subarray(index, index + SHORTS);
    const value = values.get(semnum) ?? kernel.semctl(semid, semnum, GETVAL, 0);
    const blocked = change === 0 ? value !== 0 : value + change < 0;
    if (blocked) return (flags & IPC_NOWAIT) !== 0;
    values.set(semnum, value + change);
  }
  return false;
}
