import { sys } from './results.js';

const status = new Int32Array(1);

/** waitpid(2): the pid, 0 (WNOHANG and nobody is done), or -errno. The status is in `lastStatus()` then. */
export function waitpid(pid: number, options: number): number {
  return sys.waitpid(pid, status, options);
}

/** The wait status that the last successful `waitpid` brought: Perl's `$?`, the exit status shifted by eight. */
export function lastStatus(): number {
  return status[0] as number;
}
