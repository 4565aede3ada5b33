/** What POSIX's sigaction, sigprocmask, sigpending, sigsuspend and raise are made of (POSIX, sigaction(2)). */
import { EINTR, EINVAL } from '../../abi/linux-errno.js';
import { typeSizes } from '../../abi/struct-layouts.js';
import { libc } from '../../libc/libc.js';
import { sys } from '../../libc/results.js';
import { changeMask, signalSet, signalsIn } from '../../libc/signal-mask.js';
import { signalNames } from '../../abi/signal-names.js';
import type { PerlValue } from '../../runtime/value.js';
import { interp } from '../core/interp.js';
import { prepareProcess } from './prepare.js';
import { dispatchSignals } from './signal-delivery.js';

/** What %SIG says of a signal, with the default written out. */
export function dispositionValue(signal: number): PerlValue {
  return interp().glob('main::SIG').hv.get(signalNames[signal]!) ?? 'DEFAULT';
}

/** sigaction: set what happens to a signal, as an assignment to %SIG does; 0 or -errno. */
export function setAction(signal: number, handler: PerlValue): number {
  if (signal <= 0 || signal >= signalNames.length || signal === 9 || signal === 19) return -EINVAL;
  interp().glob('main::SIG').hv.set(signalNames[signal]!, handler);
  return 0;
}

/** sigprocmask: the signals blocked before, or -errno. */
export function changeBlocked(how: number, signals: readonly number[] | null): number[] | number {
  prepareProcess();
  const before = signals === null ? changeMask(0, signalSet()) : changeMask(how, signalSet(signals));
  if (typeof before === 'number') return before;
  dispatchSignals();
  return signalsIn(before);
}

/** sigpending: the signals that wait while blocked. */
export function pendingSignals(): number[] {
  const set = new Uint8Array(typeSizes.sigset_t);
  sys.sigpending(set);
  return signalsIn(set);
}

/** sigsuspend: wait with another mask for a signal, and run its handler: -EINTR. */
export function suspend(signals: readonly number[]): number {
  prepareProcess();
  const result = sys.sigsuspend(signalSet(signals));
  if (result === -EINTR) dispatchSignals();
  return result;
}

/** raise: the signal has been delivered when this returns. */
export function raise(signal: number): number {
  prepareProcess();
  const result = sys.kill(libc.getpid(), signal);
  dispatchSignals();
  return result;
}
