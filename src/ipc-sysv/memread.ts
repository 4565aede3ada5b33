import { diagnostics } from '../runtime/diagnostics.js';
import { readMemory, startOfRange } from './memory.js';
import type { ModuleEnvironment } from './module-environment.js';
import { SUBROUTINE } from './module-host.js';

/** `memread(ADDR, VAR, POS, SIZE)` (IPC::SysV): always 1; `$!` and VAR's UTF-8 flag stay as they are. */
export function memread<S>(env: ModuleEnvironment<S>, address: S, variable: S, position: S, size: S): 1 {
  const { host } = env;
  const start = host.toUnsigned(position, SUBROUTINE);
  const length = host.toUnsigned(size, SUBROUTINE);
  const base = startOfRange(env, address, start);
  if (!host.prepare(variable, 'define') || !host.prepare(variable, 'fetchString')) host.croak(diagnostics.readOnly);
  host.storeInternalBytes(variable, readMemory(env, base, length), true);
  return 1;
}
