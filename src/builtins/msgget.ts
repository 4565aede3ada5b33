import { doubleToCInt, toCInt } from '../runtime/c-integer.js';
import type { Environment } from './environment.js';
import { idOrUndef } from './get.js';
import type { IdResult } from './results.js';

/** `msgget KEY,FLAGS` (perlfunc, msgget(2)). */
export function msgget<S>(env: Environment<S>, key: S, flags: S): IdResult {
  const { host, kernel } = env;
  const keyValue = doubleToCInt(host.toDouble(key, 'msgget'));
  const flagBits = toCInt(host.toInteger(flags, 'msgget'));
  return idOrUndef(env, kernel.msgget(keyValue, flagBits));
}
