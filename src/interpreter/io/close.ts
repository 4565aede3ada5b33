/** close (perlfunc): also waits for the process behind a pipe, and sets $?. */
import { EBADF } from '../../abi/linux-errno.js';
import { waitpid } from '../../libc/waiting.js';
import { bool } from '../../runtime/value.js';
import type { PerlValue } from '../../runtime/value.js';
import { setChildStatus } from '../process/child-status.js';
import { finishPipe } from '../process/children.js';
import { restarting } from '../process/signal-delivery.js';
import type { FileHandle } from './file-handle.js';
import { makeHandle, requiredGlob } from './handles.js';
import { perl } from './perl.js';
import { tiedCall } from './tied-handle.js';

export function closeHandle(value: PerlValue): PerlValue {
  const glob = requiredGlob(value);
  const handle = makeHandle(glob);
  if (handle.tied !== undefined) return tiedCall(handle, 'CLOSE', []);
  return bool(closeOpen(handle));
}

/** Close an untied handle: true if all went well. */
export function closeOpen(handle: FileHandle): boolean {
  handle.known = true;
  handle.lines = 0;
  if (handle.stream === null) {
    perl().errno = EBADF;
    return false;
  }
  const pid = handle.pid;
  const result = handle.closeStream();
  if (result < 0) perl().errno = -result;
  return pid === 0 ? result >= 0 : pipeClosed(handle, pid, result);
}

function pipeClosed(handle: FileHandle, pid: number, result: number): boolean {
  const status = finishPipe(handle, pid);
  if (status === 0 && result < 0) setChildStatus(0);
  else if (status > 0 && result >= 0) perl().errno = 0;
  return status === 0 && result >= 0;
}

/** Close a handle that nobody can reach any more: $? and $! are not the program's business then. */
export function closeSilently(handle: FileHandle): void {
  const { errno } = perl();
  const pid = handle.pid;
  handle.closeStream();
  if (pid !== 0) restarting(() => waitpid(pid, 0));
  handle.pid = 0;
  perl().errno = errno;
}
