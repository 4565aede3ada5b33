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

/**
 * The eleven builtins over one host, with their operands in perlfunc's order (docs/perlfunc has a page for each).
 *
 * Operands are the host's scalars. Numbers are converted as perl converts them and cut to C's types; sizes and positions
 * are bytes. A failing system call never throws: `$!` has its errno, 0 after success. Perl exceptions come through the
 * host's `croak`.
 */
export interface SysV<S> {
  /**
   * `shmget KEY,SIZE,FLAGS` (shmget(2)): the id of the segment, which may be 0, or undefined. SIZE is in bytes; FLAGS are
   * IPC_CREAT, IPC_EXCL and the permission bits. Errors: EACCES, EEXIST, EINVAL, ENOENT, ENOMEM, ENOSPC.
   */
  shmget(key: S, size: S, flags: S): IdResult;
  /**
   * `shmctl ID,CMD,ARG` (shmctl(2)): undefined, `0 but true`, or what the command answers. ARG receives 112 bytes for
   * IPC_STAT and holds them for IPC_SET, and is an address for the info commands. Errors: EACCES, EFAULT, EINVAL, EPERM.
   * Dies: `Bad arg length`, `Wide character`, `Modification of a read-only value`.
   */
  shmctl(id: S, command: S, argument: S): CtlResult;
  /**
   * `shmread ID,VAR,POS,SIZE` (shmop(2)): 1, and VAR is a string of exactly SIZE bytes; or 0, and VAR is as it was.
   * Errors: EACCES, EFAULT for a range outside of the segment, EINVAL. Dies if VAR cannot be modified.
   */
  shmread(id: S, variable: S, position: S, size: S): Truth;
  /**
   * `shmwrite ID,STRING,POS,SIZE` (shmop(2)): 1 after SIZE bytes were written, STRING cut or filled with NULs; or 0.
   * Errors as for shmread. Dies of wide characters.
   */
  shmwrite(id: S, string: S, position: S, size: S): Truth;
  /**
   * `semget KEY,NSEMS,FLAGS` (semget(2)): the id of the set, which may be 0, or undefined. Errors as for shmget.
   */
  semget(key: S, nsems: S, flags: S): IdResult;
  /**
   * `semctl ID,SEMNUM,CMD,ARG` (semctl(2)): undefined, `0 but true`, or a number (GETVAL, GETPID, GETNCNT, GETZCNT). ARG
   * is the value for SETVAL, native shorts for GETALL and SETALL, a struct for IPC_STAT and IPC_SET. Errors: EACCES,
   * EFAULT, EINVAL, EPERM, ERANGE. Dies as shmctl does.
   */
  semctl(id: S, semnum: S, command: S, argument: S): CtlResult;
  /**
   * `semop KEY,OPSTRING` (semop(2)): 1 when all operations are done, or 0. OPSTRING is native shorts, three for each
   * operation: number, operation, flags. May sleep. Errors: E2BIG, EACCES, EAGAIN, EFBIG, EIDRM, EINTR, EINVAL, ERANGE.
   * Dies of wide characters.
   */
  semop(id: S, opstring: S): Truth;
  /** `msgget KEY,FLAGS` (msgget(2)): the id of the queue, which may be 0, or undefined. Errors as for shmget. */
  msgget(key: S, flags: S): IdResult;
  /** `msgctl ID,CMD,ARG` (msgctl(2)): as shmctl, with a structure of 120 bytes. */
  msgctl(id: S, command: S, argument: S): CtlResult;
  /**
   * `msgsnd ID,MSG,FLAGS` (msgsnd(2)): 1 or 0. MSG is the type, a native long of at least 1, and the text. May sleep.
   * Errors: EACCES, EAGAIN, EIDRM, EINTR, EINVAL. Dies: `Arg too short for msgsnd`, `Wide character`.
   */
  msgsnd(id: S, message: S, flags: S): Truth;
  /**
   * `msgrcv ID,VAR,SIZE,TYPE,FLAGS` (msgrcv(2)): 1, and VAR holds type and text, of which SIZE bytes are allowed; or 0. May
   * sleep. Errors: E2BIG, EACCES, EIDRM, EINTR, EINVAL, ENOMSG. Dies if VAR cannot be modified.
   */
  msgrcv(id: S, variable: S, size: S, type: S, flags: S): Truth;
}

/** What can be chosen for the builtins; nothing has to be. */
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
