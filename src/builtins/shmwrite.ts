import { WRITE, writePadded } from '../libc/segment-io.js';
import { diagnostics } from '../runtime/diagnostics.js';
import type { Environment } from './environment.js';
import type { Truth } from './results.js';
import { copyAttached } from './shmio.js';

/** `shmwrite ID,STRING,POS,SIZE` (perlfunc, shmop(2)). A longer STRING is cut, a shorter one filled with NULs. */
export function shmwrite<S>(env: Environment<S>, id: S, string: S, position: S, size: S): Truth {
  return copyAttached(env, 'shmwrite', WRITE, id, string, position, size, put);
}

function put<S>({ host, kernel, scratch }: Environment<S>, string: S, address: bigint, length: number): void {
  const bytes = host.toBytes(string, 'shmwrite') ?? host.croak(diagnostics.wideCharacter('shmwrite'));
  writePadded(kernel, address, length, scratch.hold(bytes), bytes.length);
}
