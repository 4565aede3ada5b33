/** Waiting for processes (wait(2)); an interrupted wait runs the handlers and goes on, as perl's does. */
import { WNOHANG } from '../../abi/linux-process.js';
import { sleep } from '../../libc/clock.js';
import { lastStatus, waitpid } from '../../libc/waiting.js';
import type { FileHandle } from '../io/file-handle.js';
import { fail } from '../io/perl.js';
import { setChildStatus } from './child-status.js';
import { forgottenHandles } from '../io/forgotten-pipes.js';
import { dispatchSignals, restarting } from './signal-delivery.js';

/** waitpid: the pid, 0 or -1; sets $? and $!. */
export function waitFor(pid: number, options: number): number {
  const result = (options & WNOHANG) === 0 && forgottenHandles().mayKeepPipe() ? waitSuspiciously(pid, options) : 0;
  return waited(result !== 0 ? result : restarting(() => waitpid(pid, options)));
}

/** A child may wait for the end of a pipe that a forgotten handle of ours keeps open: -errno, the pid, or 0. */
function waitSuspiciously(pid: number, options: number): number {
  for (let pause = 0.0001; pause < 0.02; pause *= 2) {
    const result = restarting(() => waitpid(pid, options | WNOHANG));
    if (result !== 0) return result;
    sleep(pause);
    dispatchSignals();
  }
  forgottenHandles().close();
  return 0;
}

function waited(result: number): number {
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
