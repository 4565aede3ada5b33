import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { ENOMEM, ENOSYS } from '../abi/linux-errno.js';
import { MADV_DOFORK } from '../abi/linux-process.js';
import { errnoCell } from './errno.js';
import { letGo } from './keeping.js';
import { bind, type Libc, libc } from './libc.js';

/**
 * fork(2) of a Node process.
 *
 * The child has one thread. V8 must neither give work to its own threads (hence the two options) nor keep memory from
 * the child: it marks its mappings MADV_DONTFORK, which is taken back before each fork. A child that ends by Node's own
 * way would wait for threads it does not have: it must leave by `leave`.
 */
export const FORK_OPTIONS = ['--single-threaded', '--v8-pool-size=1'] as const;

let child = false;
let forked = 0;
let prepared: Prepared | undefined;

/** All that `fork` needs, so that nothing is allocated between madvise and fork: new memory would escape the advice. */
interface Prepared {
  readonly mappings: AddressRange;
  readonly madvise: Libc['madvise'];
  readonly fork: Libc['fork'];
  readonly errno: Int32Array;
}

export interface AddressRange {
  readonly start: bigint;
  readonly length: bigint;
}

/** Whether this Node was started so that it can fork: with FORK_OPTIONS, and not in a worker thread. */
export function canFork(): boolean {
  const given = [...process.execArgv, ...(process.env['NODE_OPTIONS']?.split(/\s+/) ?? [])];
  const has = (option: RegExp) => given.some((text) => option.test(text.replaceAll('_', '-')));
  return isMainThread && has(/^--single-threaded$/) && has(/^--v8-pool-size=[01]$/);
}

/**
 * The pid of the child, 0 in the child, or -errno: -ENOSYS where this Node cannot fork. Whatever is buffered must be
 * written before, as Perl does.
 */
export function fork(): number {
  prepared ??= prepare();
  if (!prepared) return -ENOSYS;
  const { mappings, madvise, fork, errno } = prepared;
  letGo();
  // ENOMEM only says that there are holes between the mappings; anything else stopped the advice half-way.
  if (madvise(mappings.start, mappings.length, MADV_DOFORK) !== 0 && errno[0] !== ENOMEM) return -ENOSYS;
  const pid = fork();
  if (pid === -1) return -(errno[0] as number);
  if (pid === 0) {
    child = true;
    forked++;
  }
  return pid;
}

/** Whether this process came from `fork`. */
export function isForkedChild(): boolean {
  return child;
}

/** How many forks lie between this process and its program's first one: what a child does not inherit depends on it. */
export function forks(): number {
  return forked;
}

/** Ends the process: at once in a forked child, where nothing of Node may run any more. */
export function leave(status: number): never {
  if (child) libc._exit(status & 0xff);
  return process.exit(status & 0xff);
}

/** Once: the address range to hand to children, and a net for those that end as Node programs do. */
function prepare(): Prepared | undefined {
  if (!canFork()) return undefined;
  process.on('exit', (status) => {
    if (child) libc._exit(status);
  });
  return {
    mappings: programMappings(readFileSync('/proc/self/maps', 'latin1')),
    madvise: bind('madvise'),
    fork: bind('fork'),
    errno: errnoCell(),
  };
}

/** The first address that can be mapped, a multiple of every page size there is. */
const LOWEST = 0x10000n;

/** Everything below the stack and the kernel's own mappings, on which madvise(2) would fail (proc_pid_maps(5)). */
export function programMappings(maps: string): AddressRange {
  const starts = [...maps.matchAll(/^([0-9a-f]+)-.* \[(?:stack|vvar|vdso|vvar_vclock|vsyscall)\]$/gm)];
  const end = starts.map(([, start]) => BigInt(`0x${start}`)).reduce((a, b) => (a < b ? a : b));
  return { start: LOWEST, length: end - LOWEST };
}
