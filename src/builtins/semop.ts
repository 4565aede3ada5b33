import { EINVAL } from '../abi/linux-errno.js';
import { sharedStructs } from '../abi/struct-layouts.js';
import { toCInt } from '../runtime/c-integer.js';
import { diagnostics } from '../runtime/diagnostics.js';
import type { Bytes } from '../runtime/host.js';
import type { Environment } from './environment.js';
import { type Truth, truth } from './results.js';

/** The operands of semop, read: `operations` holds `nsops` struct sembuf. */
export interface SemopCall {
  readonly semid: number;
  readonly operations: Bytes;
  readonly nsops: number;
}

/** `semop KEY,OPSTRING` (perlfunc, semop(2)); KEY is an id. */
export function semop<S>(env: Environment<S>, id: S, opstring: S): Truth {
  const call = readSemop(env, id, opstring);
  if (call === undefined) return truth(env.host, -EINVAL);
  return operate(env, call.semid, env.scratch.hold(call.operations), call.nsops);
}

/** With the operands read. */
export function operate<S>(env: Environment<S>, semid: number, operations: Uint8Array, nsops: number): Truth {
  return truth(env.host, env.kernel.semop(semid, operations, nsops));
}

/** Undefined for a wrong length, which is EINVAL before anything looks at the id. */
export function readSemop<S>(env: Environment<S>, id: S, opstring: S): SemopCall | undefined {
  const { host } = env;
  const semid = toCInt(host.toInteger(id, 'semop'));
  const operations = host.toBytes(opstring, 'semop') ?? host.croak(diagnostics.wideCharacter('semop'));
  const nsops = operations.length / sharedStructs.sembuf.size;
  return nsops > 0 && Number.isInteger(nsops) ? { semid, operations, nsops } : undefined;
}
