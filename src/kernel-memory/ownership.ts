import { EFAULT, EINVAL } from '../abi/linux-errno.js';
import type { CtlArgument } from '../libc/kernel.js';
import { type IpcObject, ownership } from './object-table.js';
import type { Process } from './process.js';
import { readOwner, structAt } from './structs.js';

const NOBODY = 0xffff_ffff;
const PERMISSIONS = 0o777;

/**
 * IPC_SET of the three kinds (svipc(7)): owner, group and permissions; `more` looks at the rest of the struct and may
 * refuse it.
 */
export function setOwner(
  caller: Process,
  object: IpcObject,
  argument: CtlArgument,
  now: number,
  more: (struct: Uint8Array) => number = () => 0,
): number {
  const struct = structAt(argument);
  if (struct === undefined) return -EFAULT;
  const refused = ownership(caller, object) || more(struct);
  if (refused < 0) return refused;
  const { uid, gid, mode } = readOwner(struct);
  if (uid === NOBODY || gid === NOBODY) return -EINVAL;
  object.uid = uid;
  object.gid = gid;
  object.mode = (object.mode & ~PERMISSIONS) | (mode & PERMISSIONS);
  object.ctime = now;
  return 0;
}
