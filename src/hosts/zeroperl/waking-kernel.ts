import { EAGAIN, EIDRM, EINVAL, ENOMSG } from '../../abi/linux-errno.js';
import { IPC_NOWAIT } from '../../abi/linux-ipc.js';
import { withoutWaiting } from '../../builtins/sembuf.js';
import type { Kernel } from '../../libc/kernel.js';
import { wrapKernel } from '../wrap-kernel.js';

/** The "errno" of a call that would sleep: the guest asks again after a while. */
export const WOULD_SLEEP = 0x7fff_ffff;

/** A kernel whose calls never sleep. `attempt` tells how often the call was made. */
export function wakingKernel(kernel: Kernel, attempt: () => number): Kernel {
  const settle = (status: number, sleeps: boolean): number => {
    // What was there at the first attempt was removed: a sleeper would have been told so.
    if (status === -EINVAL && attempt() > 1) return -EIDRM;
    return sleeps ? -WOULD_SLEEP : status;
  };
  return wrapKernel(kernel, {
    semop: (semid, operations, nsops) => {
      const bytes = operations.subarray(0, nsops * 6);
      const { make, mayRetry } = withoutWaiting(kernel, { semid, operations: bytes, nsops });
      const status = make();
      return settle(status, mayRetry(status));
    },
    msgsnd: (msqid, message, size, flags) => {
      const status = kernel.msgsnd(msqid, message, size, flags | IPC_NOWAIT);
      return settle(status, status === -EAGAIN && (flags & IPC_NOWAIT) === 0);
    },
    msgrcv: (msqid, message, size, type, flags) => {
      const status = kernel.msgrcv(msqid, message, size, type, flags | IPC_NOWAIT);
      return settle(status, status === -ENOMSG && (flags & IPC_NOWAIT) === 0);
    },
  });
}
