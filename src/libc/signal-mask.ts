import { SIG_SETMASK, SIG_UNBLOCK } from '../abi/linux-signals.js';
import { typeSizes } from '../abi/struct-layouts.js';
import { signalsChanged } from './idle-timer.js';
import { quietOtherThreads } from './other-threads.js';
import { sys } from './results.js';

/** A sigset_t: bit n - 1 of its bytes stands for signal n (sigsetops(3)). */
export type SignalSet = Uint8Array;

export function signalSet(signals: Iterable<number> = []): SignalSet {
  const set = new Uint8Array(typeSizes.sigset_t);
  for (const signal of signals) set[(signal - 1) >> 3]! |= 1 << ((signal - 1) & 7);
  return set;
}

export function signalsIn(set: SignalSet): number[] {
  const signals: number[] = [];
  for (let signal = 1; signal <= 64; signal++) {
    if ((set[(signal - 1) >> 3]! >> ((signal - 1) & 7)) & 1) signals.push(signal);
  }
  return signals;
}

/**
 * sigprocmask(2) of the whole process: the set that was blocked before, or -errno. Perl has one thread, so what it
 * blocks must reach no thread at all.
 */
export function changeMask(how: number, set: SignalSet): SignalSet | number {
  if (how !== SIG_UNBLOCK && set.some((byte) => byte !== 0)) quietOtherThreads();
  signalsChanged();
  const old = new Uint8Array(typeSizes.sigset_t);
  const result = sys.sigprocmask(how, set, old);
  return result < 0 ? result : old;
}

/** Runs `body` with exactly these signals blocked, and puts the old mask back. */
export function withMask<Result>(set: SignalSet, body: () => Result): Result {
  const old = changeMask(SIG_SETMASK, set);
  try {
    return body();
  } finally {
    if (typeof old !== 'number') changeMask(SIG_SETMASK, old);
  }
}
