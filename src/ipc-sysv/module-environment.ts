import type { Environment } from '../builtins/environment.js';
import { Attachments } from './attachments.js';
import type { ModuleHost } from './module-host.js';

/** What the functions of IPC::SysV work with: that of the builtins, and the program's own attachments. */
export interface ModuleEnvironment<S> extends Environment<S> {
  readonly host: ModuleHost<S>;
  readonly attachments: Attachments;
}

export function createModuleEnvironment<S>(env: Environment<S>, host: ModuleHost<S>): ModuleEnvironment<S> {
  return { ...env, host, attachments: new Attachments() };
}
