/** Dying of a signal, so that the parent sees the right status (signal(7)). */
import { SIG_UNBLOCK } from '../../abi/linux-signals.js';
import { libc } from '../../libc/libc.js';
import { sys } from '../../libc/results.js';
import { changeMask, signalSet } from '../../libc/signal-mask.js';
import { defaultSignal } from '../../libc/signals.js';

export function dieOf(signal: number): void {
  defaultSignal(signal);
  changeMask(SIG_UNBLOCK, signalSet([signal]));
  sys.kill(libc.getpid(), signal);
}
