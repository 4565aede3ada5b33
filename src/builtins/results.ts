import type { Host } from '../runtime/host.js';

/** What a builtin answers, for the host to make a scalar of. One value in every context. */
export type Result = IdResult | CtlResult;

/** `truth`: shmread, shmwrite, semop, msgsnd, msgrcv. */
export type Truth = 0 | 1;
/** `id`: shmget, semget, msgget. Id 0 is valid, and false. */
export type IdResult = number | undefined | typeof FALSE_MINUS_ONE;
/** `ctl`: shmctl, semctl, msgctl. */
export type CtlResult = number | typeof ZERO_BUT_TRUE | undefined;

/** The string by which perl tells a C result of 0 from failure: true, and numerically 0 without a warning. */
export const ZERO_BUT_TRUE = '0 but true';

/**
 * What a failed get call answers under the option `failedGet: 'minusOne'`: a scalar that is defined, false, and
 * numerically -1 (a dualvar of -1 and the empty string), for programs that compare with -1.
 */
export const FALSE_MINUS_ONE = Symbol('a false -1');

/**
 * Writes `$!` after the system call, 0 for success, and answers whether it succeeded. This is the only place where the
 * builtins bring a kernel result and `$!` together.
 */
export function settle<S>(host: Host<S>, status: number): boolean {
  host.setErrno(status < 0 ? -status : 0);
  return status >= 0;
}

/** The call's success as 1 or 0. */
export function truth<S>(host: Host<S>, status: number): Truth {
  return settle(host, status) ? 1 : 0;
}

/** The result of a ctl call that succeeded. */
export function zeroButTrue(status: number): CtlResult {
  return status === 0 ? ZERO_BUT_TRUE : status;
}
