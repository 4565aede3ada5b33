import { doubleToCInt, toCInt } from '../runtime/c-integer.js';
import type { Environment } from './environment.js';
import { idOrUndef } from './get.js';
import type { IdResult } from './results.js';

/** `semget KEY,NSEMS,FLAGS` (perlfunc, semget(2)). FLAGS is read before NSEMS. */
export function semget<S>(env: Environment<S>, key: S, nsems: S, flags: S): IdResult {
  const { host, kernel } = env;
  const keyValue = doubleToCInt(host.toDouble(key, 'semget'));
  const flagBits = toCInt(host.toInteger(flags, 'semget'));
  const count = toCInt(host.toInteger(nsems, 'semget'));
  return idOrUndef(env, kernel.semget(keyValue, count, flagBits));
}
