import { EAGAIN, EIDRM, EINTR, EINVAL, ENOMSG } from '../abi/linux-errno.js';
import { IPC_NOWAIT } from '../abi/linux-ipc.js';
import type { Bytes } from '../runtime/host.js';
import type { Environment } from './environment.js';
import { deliver, readMsgrcv, receive } from './msgrcv.js';
import { readMsgsnd, send } from './msgsnd.js';
import type { Patience } from './patience.js';
import { type Truth, truth } from './results.js';
import { withoutWaiting } from './sembuf.js';
import { readSemop } from './semop.js';

/**
 * The three builtins that can sleep, without stopping the event loop: they try with IPC_NOWAIT, again and again. Such
 * waiters are not counted by GETNCNT and GETZCNT, and are not served in order of arrival.
 */
export interface PatientSysV<S> {
  semop(id: S, opstring: S): Promise<Truth>;
  msgsnd(id: S, message: S, flags: S): Promise<Truth>;
  msgrcv(id: S, variable: S, size: S, type: S, flags: S): Promise<Truth>;
}

/** Binds the three to an environment. The operands are read once, at the call. */
export function bindPatient<S>(env: Environment<S>, patience: Patience): PatientSysV<S> {
  const { host, kernel } = env;
  return {
    async semop(id, opstring) {
      const call = readSemop(env, id, opstring);
      if (call === undefined) return truth(host, -EINVAL);
      const attempt = withoutWaiting(kernel, { ...call, operations: own(call.operations) });
      return truth(host, await retry(attempt.make, attempt.mayRetry, patience));
    },
    async msgsnd(id, message, flags) {
      const read = readMsgsnd(env, id, message, flags);
      if (read === undefined) return truth(host, -EINVAL);
      const call = { ...read, message: own(read.message) };
      const make = (): number => send(env, call, call.flags | IPC_NOWAIT);
      return truth(host, await retry(make, (status) => status === -EAGAIN && waits(call.flags), patience));
    },
    async msgrcv(id, variable, size, type, flags) {
      const call = readMsgrcv(env, id, variable, size, type, flags);
      if (call === undefined) return truth(host, -EINVAL);
      const make = (): Uint8Array | number => {
        const received = receive(env, call, call.flags | IPC_NOWAIT);
        // Other calls may use the scratch memory before this one goes on.
        return typeof received === 'number' ? received : received.slice();
      };
      return deliver(env, variable, await retry(make, (status) => status === -ENOMSG && waits(call.flags), patience));
    },
  };
}

function waits(flags: number): boolean {
  return (flags & IPC_NOWAIT) === 0;
}

/** The host's memory may change while we wait. */
function own(bytes: Bytes): Bytes {
  return typeof bytes === 'string' ? bytes : bytes.slice();
}

async function retry<T>(
  make: () => T | number,
  mayRetry: (status: T | number) => boolean,
  { pause, interrupted }: Patience,
): Promise<T | number> {
  for (let attempt = 1; ; attempt++) {
    const status = make();
    // What was there at the first attempt was removed: a sleeping call would have been told so.
    if (status === -EINVAL && attempt > 1) return -EIDRM;
    if (!mayRetry(status)) return status;
    await pause(attempt);
    if (interrupted()) return -EINTR;
  }
}
