/** fork (perlfunc): the child has everything its parent has, and goes on after the call. */
import { ENOSYS } from '../../abi/linux-errno.js';
import { FORK_OPTIONS, fork as forkProcess } from '../../libc/fork.js';
import { renewKicks } from '../../libc/kicks.js';
import { bind } from '../../libc/libc.js';
import { interp } from '../core/interp.js';
import { flushAll } from '../io/file-handle.js';
import { fail } from '../io/perl.js';
import { compactOnce } from './compact.js';
import { prepareProcess } from './prepare.js';
import { renewProcessId } from './process-id.js';
import { rehearseOnce } from './rehearse.js';

/** Declared before the first fork, so that not every child has to. */
const childsCalls = ['getpid', '_exit'] as const;

/** The child's pid, 0 in the child, undef if it failed. */
export function fork(): number | undefined {
  prepareProcess();
  flushAll();
  compactOnce();
  rehearseOnce();
  for (const name of childsCalls) bind(name);
  const pid = forkProcess();
  if (pid === 0) {
    renewProcessId();
    renewKicks();
  }
  if (pid >= 0) return pid;
  if (pid === -ENOSYS) {
    interp().warnAlways(`fork needs node to be started with ${FORK_OPTIONS.join(' ')}, in its main thread`);
  }
  return fail(pid);
}
