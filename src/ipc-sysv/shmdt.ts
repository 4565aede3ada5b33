import { EINVAL } from '../abi/linux-errno.js';
import { addressOf } from './address.js';
import type { ModuleEnvironment } from './module-environment.js';

/** `shmdt(ADDR)` (IPC::SysV, shmop(2)): 0, which is false but defined, or undef. */
export function shmdt<S>(env: ModuleEnvironment<S>, address: S): 0 | undefined {
  const { host, kernel, attachments } = env;
  const base = addressOf(host, address);
  const attachment = attachments.at(base);
  // Attachments that the library keeps for itself are not the program's to detach.
  const status = attachment === undefined ? -EINVAL : kernel.shmdt(attachment.address);
  if (status < 0) {
    host.setErrno(-status);
    return undefined;
  }
  attachments.delete(base);
  return 0;
}
