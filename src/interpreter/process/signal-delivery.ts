/**
 * Where signals meet the running program (perlipc, "Deferred Signals"): handlers run between statements, and after a
 * blocking call that a signal has interrupted. A signal comes to the process: of several interpreters the one that has set its
 * handler last gets it.
 */
import { EINTR, EPIPE } from '../../abi/linux-errno.js';
import { SIG_BLOCK, SIG_UNBLOCK, SIGPIPE } from '../../abi/linux-signals.js';
import { allowKicks } from '../../libc/kicks.js';
import { sys } from '../../libc/results.js';
import { signalSet, signalsIn } from '../../libc/signal-mask.js';
import { dispositionOf, pending, takePending } from '../../libc/signals.js';
import { interp } from '../core/interp.js';
import { dieOf } from './default-action.js';

/** What a signal that has come does. */
export type Handler = (signal: number) => void;

const handlers = new Map<number, Handler>();
/** Taken, and not yet handled: what remains when a handler dies, or comes while its own handler runs. */
const queue: number[] = [];
/** Signals whose handlers run now. */
const running = new Set<number>();

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
  for (let signal = next(); signal !== undefined; signal = next()) {
    try {
      deliver(signal);
    } catch (e) {
      if (queue.length > 0) pending[0] = 1;
      throw e;
    }
  }
}

/** The next signal to handle. */
function next(): number | undefined {
  if (pending[0] !== 0) for (const signal of takePending()) if (!queue.includes(signal)) queue.push(signal);
  const at = queue.findIndex((signal) => !running.has(signal));
  return at < 0 ? undefined : queue.splice(at, 1)[0];
}

/**
 * The signal is blocked while its handler runs, so that it does not interrupt that, and $! is the same afterwards. It
 * may still come by another thread of node: `running` keeps it waiting then.
 */
function deliver(signal: number): void {
  const handler = handlers.get(signal);
  if (handler === undefined) return;
  const perl = interp();
  const errno = perl.errno;
  const set = signalSet([signal]);
  const before = signalSet();
  sys.sigprocmask(SIG_BLOCK, set, before);
  running.add(signal);
  const kicks = allowKicks(0);
  try {
    handler(signal);
  } finally {
    running.delete(signal);
    allowKicks(kicks);
    if (!signalsIn(before).includes(signal)) sys.sigprocmask(SIG_UNBLOCK, set, null);
    perl.errno = errno;
  }
}

/** A blocking call as perl makes it where it restarts: after EINTR the handlers run, then the call is made again. */
export function restarting(call: () => number): number {
  for (;;) {
    if (pending[0] !== 0) dispatchSignals();
    const result = call();
    if (result !== -EINTR) return result;
    interp().errno = EINTR;
  }
}

/** A blocking call that answers EINTR to the program, after the handlers have run. */
export function interruptedOnce(call: () => number): number {
  if (pending[0] !== 0) dispatchSignals();
  const result = call();
  if (result === -EINTR) {
    interp().errno = EINTR;
    dispatchSignals();
  }
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
