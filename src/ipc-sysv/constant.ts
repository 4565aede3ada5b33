import * as errnos from '../abi/linux-errno.js';
import * as files from '../abi/linux-files.js';
import * as ipc from '../abi/linux-ipc.js';
import type { Kernel } from '../libc/kernel.js';
import { diagnostics } from '../runtime/diagnostics.js';
import { constantNames } from './export-names.js';

let headers: Readonly<Record<string, number>> | undefined;
let known: ReadonlySet<string> | undefined;

/** The value of a constant of IPC::SysV, or the sentence that says why there is none. */
export function constant(name: string, kernel: Pick<Kernel, 'pageSize'>): number | string {
  known ??= new Set(constantNames);
  if (!known.has(name)) return diagnostics.invalidMacro(name);
  // The module asks sysconf(3) for it, whatever the header says. Other constants need no kernel.
  if (name === 'SHMLBA') return kernel.pageSize;
  headers ??= { ...files, ...errnos, ...ipc };
  return headers[name] ?? diagnostics.missingMacro(name);
}
