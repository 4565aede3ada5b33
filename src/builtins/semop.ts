import { EINVAL } from '../abi/linux-errno.js';
import { toCInt } from '../runtime/c-integer.js';
import { diagnostics } from '../runtime/diagnostics.js';
import type { Environment } from './environment.js';
import { type Truth, truth } from './results.js';

/** struct sembuf: number, operation, flags, each a native short. */
const SEMBUF_SIZE = 6;

/**
 * `semop KEY,OPSTRING` (perlfunc, semop(2)); KEY is an id. A wrong length is EINVAL before anything looks at the id.
 */
export function semop<S>(env: Environment<S>, id: S, opstring: S): Truth {
  const { host, kernel, scratch } = env;
  const semid = toCInt(host.toInteger(id, 'semop'));
  const operations = host.toBytes(opstring, 'semop') ?? host.croak(diagnostics.wideCharacter('semop'));
  const nsops = operations.length / SEMBUF_SIZE;
  if (nsops === 0 || !Number.isInteger(nsops)) return truth(host, -EINVAL);
  return truth(host, kernel.semop(semid, scratch.hold(operations), nsops));
}
