import { ExactSegmentIo } from '../libc/exact-segment-io.js';
import { keptSegmentIo } from '../libc/kept-segment-io.js';
import type { Kernel } from '../libc/kernel.js';
import type { SegmentIo } from '../libc/segment-io.js';
import type { Host } from '../runtime/host.js';
import type { Environment } from './environment.js';
import { msgctl } from './msgctl.js';
import { msgget } from './msgget.js';
import { msgrcv } from './msgrcv.js';
import { msgsnd } from './msgsnd.js';
import { type CtlResult, FALSE_MINUS_ONE, type IdResult, type Truth } from './results.js';
import { Scratch } from './scratch.js';
import { semctl } from './semctl.js';
import { semget } from './semget.js';
import { semop } from './semop.js';
import { shmctl } from './shmctl.js';
import { shmget } from './shmget.js';
import { shmread } from './shmread.js';
import { shmwrite } from './shmwrite.js';

/** The eleven builtins over one host, with their operands in perlfunc's order. */
export interface SysV<S> {
  shmget(key: S, size: S, flags: S): IdResult;
  shmctl(id: S, command: S, argument: S): CtlResult;
  shmread(id: S, variable: S, position: S, size: S): Truth;
  shmwrite(id: S, string: S, position: S, size: S): Truth;
  semget(key: S, nsems: S, flags: S): IdResult;
  semctl(id: S, semnum: S, command: S, argument: S): CtlResult;
  semop(id: S, opstring: S): Truth;
  msgget(key: S, flags: S): IdResult;
  msgctl(id: S, command: S, argument: S): CtlResult;
  msgsnd(id: S, message: S, flags: S): Truth;
  msgrcv(id: S, variable: S, size: S, type: S, flags: S): Truth;
}

export interface SysVOptions {
  /** The kernel below; the real one where absent. */
  readonly kernel?: Kernel;
  /**
   * How shmread and shmwrite reach segments. `kept`, the default over the real kernel: attachments stay between calls as
   * long as nobody can tell. `exact`: Perl's own sequence of system calls.
   */
  readonly segments?: SegmentIo | 'kept' | 'exact';
  /** What shmget, semget and msgget answer when they fail: undef as perl does, or a false -1. */
  readonly failedGet?: 'undef' | 'minusOne';
}

/** Binds the builtins to an environment. */
export function bindBuiltins<S>(env: Environment<S>): SysV<S> {
  return {
    shmget: (key, size, flags) => shmget(env, key, size, flags),
    shmctl: (id, command, argument) => shmctl(env, id, command, argument),
    shmread: (id, variable, position, size) => shmread(env, id, variable, position, size),
    shmwrite: (id, string, position, size) => shmwrite(env, id, string, position, size),
    semget: (key, nsems, flags) => semget(env, key, nsems, flags),
    semctl: (id, semnum, command, argument) => semctl(env, id, semnum, command, argument),
    semop: (id, opstring) => semop(env, id, opstring),
    msgget: (key, flags) => msgget(env, key, flags),
    msgctl: (id, command, argument) => msgctl(env, id, command, argument),
    msgsnd: (id, message, flags) => msgsnd(env, id, message, flags),
    msgrcv: (id, variable, size, type, flags) => msgrcv(env, id, variable, size, type, flags),
  };
}

/** Puts a host and a kernel together. */
export function createEnvironment<S>(host: Host<S>, kernel: Kernel, options: SysVOptions): Environment<S> {
  return {
    host,
    kernel,
    segments: segmentIo(kernel, options),
    scratch: new Scratch(),
    failedGet: options.failedGet === 'minusOne' ? FALSE_MINUS_ONE : undefined,
  };
}

/** Only the real kernel has attachments to keep. */
function segmentIo(kernel: Kernel, { kernel: given, segments }: SysVOptions): SegmentIo {
  if (typeof segments === 'object') return segments;
  const kept = segments === 'exact' || given !== undefined ? undefined : keptSegmentIo();
  return kept ?? new ExactSegmentIo(kernel);
}
