/** The end of the program (perlfunc exit): write everything out, wait for the processes behind pipes, leave. */
import { isForkedChild, leave } from '../../libc/fork.js';
import { libc, libcInUse } from '../../libc/libc.js';
import { errnoText } from '../../runtime/errno.js';
import { keepCode } from '../cache/cached-script.js';
import { type Interp, interp } from '../core/interp.js';
import { closeOpen } from '../io/close.js';
import { flushAll, pipesOpen } from '../io/file-handle.js';
import { handleIn } from '../io/handles.js';
import { rehearseLater } from './rehearse.js';

/** POSIX::_exit: at once, nothing is written out. */
export { leave as leaveAtOnce };

/** After END blocks and destructors. In a forked child nothing of node may run any more. */
export function finishProcess(status: number): never {
  const flushed = writeEverything();
  for (const pipe of pipesOpen()) closeOpen(pipe);
  const code = status === 0 && !flushed ? 1 : status;
  if (!isForkedChild()) keepCode();
  if (libcInUse() && !observed) libc._exit(code & 0xff);
  return leave(code);
}

/**
 * In a forked child whose program has nothing left to do (no END block, `local` or DESTROY), exit ends the process where
 * it stands: a JavaScript exception would cost it some forty page faults, a fifth of all it has.
 */
export function leaveEarly(perl: Interp): void {
  perl.leaveEarly = (status) => {
    if (isForkedChild() && hasNothingLeft(perl)) finishProcess(status & 0xff);
  };
}

function hasNothingLeft(perl: Interp): boolean {
  return perl.endBlocks.length === 0 && perl.lifetimes === null && perl.dynamic.mark() === 0;
}

function writeEverything(): boolean {
  const flushed = flushStandardOutput();
  flushAll();
  return flushed;
}

rehearseLater(() => {
  writeEverything();
  pipesOpen();
  hasNothingLeft(interp());
  isForkedChild();
  libcInUse();
});

/**
 * node takes some milliseconds to tidy up, and stumbles over descriptors that a program has closed behind its back;
 * what measures or covers node itself needs that, nobody else.
 */
const observed = 'NODE_V8_COVERAGE' in process.env || process.execArgv.some((option) => option.includes('prof'));

/** What cannot be written at the end makes the program fail. */
function flushStandardOutput(): boolean {
  const perl = interp();
  const handle = handleIn(perl.glob('main::STDOUT'));
  if (!handle?.stream || handle.flush()) return true;
  perl.writeError(`Unable to flush stdout: ${errnoText(perl.errno)}\n`);
  return false;
}
