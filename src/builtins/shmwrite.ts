import { WRITE, writePadded } from '../libc/segment-io.js';
import { diagnostics } from '../runtime/diagnostics.js';
import type { Environment } from './environment.js';
import type { Truth } from './results.js';
import { copyAttached, type SegmentUse } from './shmio.js';

/** `shmwrite ID,STRING,POS,SIZE` (perlfunc, shmop(2)). A longer STRING is cut, a shorter one filled with NULs. */
export function shmwrite<S>(env: Environment<S>, id: S, string: S, position: S, size: S): Truth {
  return copyAttached(env, writing, id, string, position, size);
}

const writing = { op: 'shmwrite', mode: WRITE, atOnce: putAtOnce, copy: put } as const satisfies SegmentUse<unknown>;

function putAtOnce<S>(
  { host, segments, scratch }: Environment<S>,
  shmid: number,
  string: S,
  start: number,
  length: number,
): number | undefined {
  if (segments.copy === undefined || host.isPlainValue?.(string) !== true) return undefined;
  const bytes = host.toBytes(string, 'shmwrite');
  // Perl complains of wide characters when the segment is attached: not at all if it cannot be.
  if (bytes === undefined) return undefined;
  const used = Math.min(bytes.length, length);
  return segments.copy(shmid, start, used, length - used, WRITE, scratch.hold(bytes));
}

function put<S>({ host, kernel, scratch }: Environment<S>, string: S, address: bigint, length: number): void {
  const bytes = host.toBytes(string, 'shmwrite') ?? host.croak(diagnostics.wideCharacter('shmwrite'));
  writePadded(kernel, address, length, scratch.hold(bytes), bytes.length);
}
