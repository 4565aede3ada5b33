/** Waiting for processes (wait(2)); an interrupted wait runs the handlers and goes on, as perl's does. */
import { lastStatus, waitpid } from '../../libc/waiting.js';
import type { FileHandle } from '../io/file-handle.js';
import { fail } from '../io/perl.js';
import { setChildStatus } from './child-status.js';
import { restarting } from './signal-delivery.js';

/** waitpid: the pid, 0 or -1; sets $? and $!. */
export function waitFor(pid: number, options: number): number {
  const result = restarting(() => waitpid(pid, options));
  setChildStatus(result > 0 ? lastStatus() : result === 0 ? 0 : -1);
  if (result < 0) fail(result);
  return result < 0 ? -1 : result;
}

/** Close of a pipe handle: wait for its process and set $?; answers the wait status, or -1. */
export function finishPipe(handle: FileHandle, pid: number): number {
  handle.pid = 0;
  const result = restarting(() => waitpid(pid, 0));
  const code = result > 0 ? lastStatus() : -1;
  setChildStatus(code);
  if (result < 0) fail(result);
  return code;
}
