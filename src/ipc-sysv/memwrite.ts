import { startOfRange, writeMemory } from './memory.js';
import type { ModuleEnvironment } from './module-environment.js';
import { SUBROUTINE } from './module-host.js';

/** `memwrite(ADDR, STRING, POS, SIZE)` (IPC::SysV): always 1. Writes the internal bytes of flagged strings. */
export function memwrite<S>(env: ModuleEnvironment<S>, address: S, string: S, position: S, size: S): 1 {
  const { host } = env;
  const start = host.toUnsigned(position, SUBROUTINE);
  const length = host.toUnsigned(size, SUBROUTINE);
  const base = startOfRange(env, address, start);
  writeMemory(env, base, length, host.toInternalBytes(string, SUBROUTINE));
  return 1;
}
