import { fileURLToPath } from 'node:url';
import { bindBuiltins, createEnvironment, type SysV, type SysVOptions } from '../builtins/sysv.js';
import { LinuxKernel } from '../libc/linux-kernel.js';
import { createModuleEnvironment } from './module-environment.js';
import type { ModuleHost } from './module-host.js';
import { type NativeSub, nativeSubs } from './subs.js';

export { exportNames } from './export-names.js';
export type { ModuleHost } from './module-host.js';
export { FIRST_ARGUMENT, type NativeSub, type NativeValue } from './subs.js';

/** The builtins and the native subs of the IPC modules, over one host and one kernel. */
export interface IpcSysV<S> {
  /** The eleven. */
  readonly builtins: SysV<S>;
  /** What a host defines before it runs IPC/SysV.pm, or when that calls XSLoader::load. */
  readonly subs: readonly NativeSub<S>[];
}

/**
 * The builtins, and the native half of IPC::SysV and its object modules, for a host that can tell how a scalar is stored
 * (docs/embedding.md). The Perl half lies in `ipcPerlLibrary`.
 */
export function createIpcSysV<S>(host: ModuleHost<S>, options: SysVOptions = {}): IpcSysV<S> {
  const env = createEnvironment(host, options.kernel ?? new LinuxKernel(), options);
  return { builtins: bindBuiltins(env), subs: nativeSubs(createModuleEnvironment(env, host)) };
}

/** The folder for `@INC` with the Perl half: IPC/SysV.pm, IPC/SharedMem.pm, IPC/Semaphore.pm, IPC/Msg.pm. */
export const ipcPerlLibrary: string = fileURLToPath(new URL('./perl', import.meta.url));
