import { doubleToCInt, toCInt } from '../runtime/c-integer.js';
import type { Environment } from './environment.js';
import { idOrUndef } from './get.js';
import type { IdResult } from './results.js';

/** `shmget KEY,SIZE,FLAGS` (perlfunc, shmget(2)). FLAGS is read before SIZE. */
export function shmget<S>(env: Environment<S>, key: S, size: S, flags: S): IdResult {
  const { host, kernel } = env;
  const keyValue = doubleToCInt(host.toDouble(key, 'shmget'));
  const flagBits = toCInt(host.toInteger(flags, 'shmget'));
  const bytes = host.toUnsigned(size, 'shmget');
  return idOrUndef(env, kernel.shmget(keyValue, bytes, flagBits));
}
