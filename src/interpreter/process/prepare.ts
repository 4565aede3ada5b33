/** What has to be put right before a Perl program meets other processes: node has changed some signals for itself. */
import { resetNodeSignals } from '../../libc/signals.js';
import type { Interp } from '../core/interp.js';
import { pending } from '../../libc/signals.js';
import { dispatchSignals } from './signal-delivery.js';

let prepared = false;

/** Once, at the first call that waits, signals, or makes processes. */
export function prepareProcess(): void {
  if (prepared) return;
  prepared = true;
  resetNodeSignals();
}

/** Let compiled code poll for signals. */
export function connectSignals(perl: Interp): void {
  perl.pending = pending;
  perl.dispatchSignals = dispatchSignals;
}
