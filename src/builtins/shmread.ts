import { READ } from '../libc/segment-io.js';
import { diagnostics } from '../runtime/diagnostics.js';
import type { Environment } from './environment.js';
import type { Truth } from './results.js';
import { copyAttached } from './shmio.js';

/** `shmread ID,VAR,POS,SIZE` (perlfunc, shmop(2)). */
export function shmread<S>(env: Environment<S>, id: S, variable: S, position: S, size: S): Truth {
  return copyAttached(env, 'shmread', READ, id, variable, position, size, receive);
}

function receive<S>({ host, kernel, scratch }: Environment<S>, variable: S, address: bigint, length: number): void {
  if (!host.prepare(variable, 'overwrite')) host.croak(diagnostics.readOnly);
  const bytes = host.newBytes?.(length, variable) ?? scratch.exactly(length);
  if (length > 0) kernel.read(address, bytes, length);
  host.storeBytes(variable, bytes, true);
}
