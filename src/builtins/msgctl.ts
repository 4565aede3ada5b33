import { IPC_INFO, MSG_INFO, MSG_STAT, MSG_STAT_ANY } from '../abi/linux-ipc.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import { toCInt } from '../runtime/c-integer.js';
import { type CtlFamily, control } from './ctl.js';
import type { Environment } from './environment.js';
import type { CtlResult } from './results.js';

const { msqid_ds, msginfo } = sharedStructs;

const family: CtlFamily = {
  name: 'msgctl',
  structSize: msqid_ds.size,
  infoSizes: {
    [IPC_INFO]: msginfo.size,
    [MSG_INFO]: msginfo.size,
    [MSG_STAT]: msqid_ds.size,
    [MSG_STAT_ANY]: msqid_ds.size,
  },
};

/** `msgctl ID,CMD,ARG` (perlfunc, msgctl(2)). */
export function msgctl<S>(env: Environment<S>, id: S, command: S, argument: S): CtlResult {
  const { host, kernel } = env;
  const msqid = toCInt(host.toInteger(id, 'msgctl'));
  const cmd = toCInt(host.toInteger(command, 'msgctl'));
  return control(env, family, cmd, argument, (value) => kernel.msgctl(msqid, cmd, value));
}
