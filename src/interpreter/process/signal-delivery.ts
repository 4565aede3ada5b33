/**
 * Where signals meet the running program (perlipc, "Deferred Signals"): handlers run between statements, and after a
 * blocking call that a signal has interrupted.
 */
import { EINTR, EPIPE } from '../../abi/linux-errno.js';
import { SIG_BLOCK, SIG_SETMASK, SIGPIPE } from '../../abi/linux-signals.js';
import { sys } from '../../libc/results.js';
import { changeMask, signalSet } from '../../libc/signal-mask.js';
import { dispositionOf, pending, takePending } from '../../libc/signals.js';
import { interp } from '../core/interp.js';
import { dieOf } from './default-action.js';

/** What a signal that has come does. */
export type Handler = (signal: number) => void;

const handlers = new Map<number, Handler>();
/** Taken, and not yet handled: what remains when a handler dies. */
const queue: number[] = [];

/** Must blocking calls be able to return EINTR? */
export function interruptible(): boolean {
  return handlers.size > 0;
}

export function setHandler(signal: number, handler: Handler | null): void {
  if (handler === null) handlers.delete(signal);
  else handlers.set(signal, handler);
}

/** Run the handlers of the signals that have arrived, in the order of their numbers. A handler may throw (die). */
export function dispatchSignals(): void {
  if (pending[0] === 0 && queue.length === 0) return;
  for (const signal of takePending()) if (!queue.includes(signal)) queue.push(signal);
  while (queue.length > 0) {
    const signal = queue.shift()!;
    try {
      deliver(signal);
    } finally {
      if (queue.length > 0) pending[0] = 1;
    }
  }
  if (queue.length === 0 && pending[0] !== 0) dispatchSignals();
}

/** The signal is blocked while its handler runs, and $! is the same afterwards. */
function deliver(signal: number): void {
  const handler = handlers.get(signal);
  if (handler === undefined) return;
  const perl = interp();
  const errno = perl.errno;
  const before = changeMask(SIG_BLOCK, signalSet([signal]));
  try {
    handler(signal);
  } finally {
    if (typeof before !== 'number') changeMask(SIG_SETMASK, before);
    perl.errno = errno;
  }
}

/** A blocking call as perl makes it where it restarts: after EINTR the handlers run, then the call is made again. */
export function restarting(call: () => number): number {
  for (;;) {
    const result = call();
    if (result !== -EINTR) return result;
    dispatchSignals();
  }
}

/** A blocking call that answers EINTR to the program, after the handlers have run. */
export function interruptedOnce(call: () => number): number {
  const result = call();
  if (result === -EINTR) dispatchSignals();
  return result;
}

/** A write met a pipe that nobody reads. Node ignores SIGPIPE; perl dies of it unless the program says otherwise. */
export function raiseBrokenPipe(): void {
  if (handlers.has(SIGPIPE) || ignored.has(SIGPIPE)) return;
  if (dispositionOf(SIGPIPE) !== 'DEFAULT') dieOf(SIGPIPE);
}

/** Signals the program itself has set to IGNORE. */
export const ignored = new Set<number>();

/** write(2) as perl makes it: node would go on after EINTR without running handlers. */
export function writeInterruptibly(fd: number, bytes: string): number {
  const memory = Buffer.from(bytes, 'latin1');
  const written = restarting(() => Number(sys.write(fd, memory, memory.length)));
  if (written === -EPIPE) raiseBrokenPipe();
  if (pending[0] !== 0) dispatchSignals();
  return written;
}
