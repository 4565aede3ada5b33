import { IPC_INFO, SHM_INFO, SHM_STAT, SHM_STAT_ANY } from '../abi/linux-ipc.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import { toCInt } from '../runtime/c-integer.js';
import { type CtlFamily, control } from './ctl.js';
import type { Environment } from './environment.js';
import type { CtlResult } from './results.js';

const { shmid_ds, shminfo, shm_info } = sharedStructs;

const family: CtlFamily = {
  name: 'shmctl',
  structSize: shmid_ds.size,
  infoSizes: {
    [IPC_INFO]: shminfo.size,
    [SHM_INFO]: shm_info.size,
    [SHM_STAT]: shmid_ds.size,
    [SHM_STAT_ANY]: shmid_ds.size,
  },
};

/** `shmctl ID,CMD,ARG` (perlfunc, shmctl(2)). */
export function shmctl<S>(env: Environment<S>, id: S, command: S, argument: S): CtlResult {
  const { host, kernel } = env;
  const shmid = toCInt(host.toInteger(id, 'shmctl'));
  const cmd = toCInt(host.toInteger(command, 'shmctl'));
  return control(env, family, cmd, argument, (value) => kernel.shmctl(shmid, cmd, value));
}
