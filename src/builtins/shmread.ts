import { READ } from '../libc/segment-io.js';
import { diagnostics } from '../runtime/diagnostics.js';
import type { Environment } from './environment.js';
import type { Truth } from './results.js';
import { copyAttached, type SegmentUse } from './shmio.js';

/** `shmread ID,VAR,POS,SIZE` (perlfunc, shmop(2)). */
export function shmread<S>(env: Environment<S>, id: S, variable: S, position: S, size: S): Truth {
  return copyAttached(env, reading, id, variable, position, size);
}

const reading = {
  op: 'shmread',
  mode: READ,
  atOnce: receiveAtOnce,
  copy: receive,
} as const satisfies SegmentUse<unknown>;

/** What is longer goes where the variable's bytes shall stay. */
const SHORT = 4096;

function receiveAtOnce<S>(
  { host, segments, scratch }: Environment<S>,
  shmid: number,
  variable: S,
  start: number,
  length: number,
): number | undefined {
  if (segments.copy === undefined || host.isPlainVariable?.(variable) !== true) return undefined;
  const own = host.memoryOf?.(variable, length);
  if (own === undefined && length > SHORT) return undefined;
  const bytes = own ?? scratch.exactly(length);
  const status = segments.copy(shmid, start, length, 0, READ, bytes);
  if (status !== 0) return status;
  if (own === undefined) host.storeBytes(variable, bytes, true);
  else host.filled?.(variable, length);
  return 0;
}

function receive<S>({ host, kernel, scratch }: Environment<S>, variable: S, address: bigint, length: number): void {
  if (!host.prepare(variable, 'overwrite')) host.croak(diagnostics.readOnly);
  const bytes = host.newBytes?.(length, variable) ?? scratch.exactly(length);
  if (length > 0) kernel.read(address, bytes, length);
  host.storeBytes(variable, bytes, true);
}
