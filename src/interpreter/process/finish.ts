/** The end of the program (perlfunc exit): write everything out, wait for the processes behind pipes, leave with a status. */
import { isForkedChild, leave } from '../../libc/fork.js';
import { closeOpen } from '../io/close.js';
import { flushAll, pipesOpen } from '../io/file-handle.js';

export { isForkedChild };

/** After END blocks and destructors. In a forked child nothing of node may run any more. */
export function finishProcess(status: number): never {
  flushAll();
  for (const pipe of pipesOpen()) closeOpen(pipe);
  return leave(status);
}

/** POSIX::_exit: at once, nothing is written out. */
export { leave as leaveAtOnce };
