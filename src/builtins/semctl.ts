import { currentAbi } from '../abi/current-abi.js';
import { GETALL, IPC_INFO, IPC_STAT, SEM_INFO, SEM_STAT, SEM_STAT_ANY, SETALL, SETVAL } from '../abi/linux-ipc.js';
import type { CtlArgument } from '../libc/kernel.js';
import { toCInt } from '../runtime/c-integer.js';
import { type CtlFamily, control, controlIn, controlOut, controlValue } from './ctl.js';
import type { Environment } from './environment.js';
import { type CtlResult, settle } from './results.js';

let known: CtlFamily | undefined;

/** Made at the first call: the layout of semid_ds depends on the platform. */
function semFamily(): CtlFamily {
  const { semid_ds, seminfo } = currentAbi().structs;
  known ??= {
    name: 'semctl',
    structSize: semid_ds.size,
    infoSizes: {
      [IPC_INFO]: seminfo.size,
      [SEM_INFO]: seminfo.size,
      [SEM_STAT]: semid_ds.size,
      [SEM_STAT_ANY]: semid_ds.size,
    },
  };
  return known;
}

/** A semaphore's value in the array of GETALL and SETALL is an unsigned short. */
const VALUE_SIZE = 2;

/** `semctl ID,SEMNUM,CMD,ARG` (perlfunc, semctl(2)). */
export function semctl<S>(env: Environment<S>, id: S, semnum: S, command: S, argument: S): CtlResult {
  const { host, kernel } = env;
  const semid = toCInt(host.toInteger(id, 'semctl'));
  const number = toCInt(host.toInteger(semnum, 'semctl'));
  const cmd = toCInt(host.toInteger(command, 'semctl'));
  const call = (value: CtlArgument): number => kernel.semctl(semid, number, cmd, value);
  if (cmd === SETVAL) return controlValue(env, 'semctl', argument, call);
  if (cmd !== GETALL && cmd !== SETALL) return control(env, semFamily(), cmd, argument, call);
  const nsems = countSemaphores(env, semid);
  if (nsems < 0) {
    settle(host, nsems);
    return undefined;
  }
  return cmd === GETALL
    ? controlOut(env, nsems * VALUE_SIZE, argument, call)
    : controlIn(env, 'semctl', nsems * VALUE_SIZE, argument, call);
}

/** The number of semaphores in the set, by an IPC_STAT of its own as in perl; or -errno. */
function countSemaphores<S>(env: Environment<S>, semid: number): number {
  const { semid_ds } = currentAbi().structs;
  const status = env.scratch.room(semid_ds.size);
  const result = env.kernel.semctl(semid, 0, IPC_STAT, status);
  if (result < 0) return result;
  const { offset } = semid_ds.fields.sem_nsems;
  return new Uint16Array(status.buffer, status.byteOffset + offset, 1)[0] ?? 0;
}
