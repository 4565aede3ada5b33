/** The end of the program (perlfunc exit): write everything out, wait for nobody, leave with a status. */
import { isForkedChild, leave } from '../../libc/fork.js';
import { flushAll } from '../io/file-handle.js';

export { isForkedChild };

/** After END blocks and destructors. In a forked child nothing of node may run any more. */
export function finishProcess(status: number): never {
  flushAll();
  return leave(status);
}

/** POSIX::_exit: at once, nothing is written out. */
export { leave as leaveAtOnce };
