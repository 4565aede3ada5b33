/** The end of the program (perlfunc exit): write everything out, wait for the processes behind pipes, leave. */
import { leave } from '../../libc/fork.js';
import { errnoText } from '../../runtime/errno.js';
import { interp } from '../core/interp.js';
import { closeOpen } from '../io/close.js';
import { flushAll, pipesOpen } from '../io/file-handle.js';
import { handleIn } from '../io/handles.js';

/** POSIX::_exit: at once, nothing is written out. */
export { leave as leaveAtOnce };

/** After END blocks and destructors. In a forked child nothing of node may run any more. */
export function finishProcess(status: number): never {
  const flushed = flushStandardOutput();
  flushAll();
  for (const pipe of pipesOpen()) closeOpen(pipe);
  return leave(status === 0 && !flushed ? 1 : status);
}

/** What cannot be written at the end makes the program fail. */
function flushStandardOutput(): boolean {
  const perl = interp();
  const handle = handleIn(perl.glob('main::STDOUT'));
  if (!handle?.stream || handle.flush()) return true;
  perl.writeError(`Unable to flush stdout: ${errnoText(perl.errno)}\n`);
  return false;
}
