import { PR_GET_NAME, PR_SET_NAME } from '../abi/linux-process.js';
import { cString } from './c-string.js';
import { sys } from './results.js';

/** What assignment to `$0` does besides argv: prctl(PR_SET_NAME), of which the kernel keeps 15 bytes. */
export function setProcessName(name: string): number {
  return sys.prctl(PR_SET_NAME, cString(name));
}

export function processName(): string {
  const name = Buffer.alloc(16);
  sys.prctl(PR_GET_NAME, name);
  return name.toString('latin1', 0, name.indexOf(0));
}
