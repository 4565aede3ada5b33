/** `$?` and ${^CHILD_STATUS_NATIVE} (perlvar "$CHILD_ERROR"): the status as wait(2) gives it. */
import { interp } from '../core/interp.js';

export function setChildStatus(status: number): void {
  const perl = interp();
  perl.scalar('main::?').v = status === -1 ? -1 : status & 0xffff;
  perl.scalar('main::^CHILD_STATUS_NATIVE').v = status;
}

export function childStatus(): number {
  return Number(interp().scalar('main::?').v ?? 0);
}
