/**
 * Where signals meet the running program: calls that block ask here whether a handler may be waiting, and run it.
 */
import { EAGAIN, EINTR, EPIPE } from '../../abi/linux-errno.js';
import { sys } from '../../libc/results.js';

/** Has the program installed a handler, so that blocking calls must be able to return EINTR? */
let handlers = false;
let dispatcher: () => void = () => {};
let brokenPipe: () => void = () => {};

export function interruptible(): boolean {
  return handlers;
}

/** signals.ts says what to do, once the program uses signals. */
export function setSignalDelivery(given: { handlers: boolean; dispatch: () => void }): void {
  handlers = given.handlers;
  dispatcher = given.dispatch;
}

/** What to do when a write meets a pipe nobody reads (node ignores SIGPIPE, perl does not). */
export function onBrokenPipe(action: () => void): void {
  brokenPipe = action;
}

/** Run the handlers of the signals that have arrived; they may throw. */
export function dispatchSignals(): void {
  dispatcher();
}

export function raiseBrokenPipe(): void {
  brokenPipe();
}

/** write(2) as perl makes it: node would go on after EINTR without running handlers. */
export function writeInterruptibly(fd: number, bytes: string): number {
  const memory = Buffer.from(bytes, 'latin1');
  for (;;) {
    const written = Number(sys.write(fd, memory, memory.length));
    if (written === -EPIPE) raiseBrokenPipe();
    if (written !== -EINTR) return written === 0 && memory.length > 0 ? -EAGAIN : written;
    dispatchSignals();
  }
}
