import type { Interp } from '../core/interp.js';
import { pending } from './counts.js';

/**
 * An interpreter begins to run, and others, in the middle of a statement, may wait for it: what they have pending is not its
 * business, nor what it leaves theirs. Answers what to do when the run is over.
 */
export function beginRun(perl: Interp): () => void {
  const base = pending.length;
  const floor = perl.lifetimes?.raise() ?? 0;
  return () => {
    const { lifetimes } = perl;
    if (lifetimes === null) {
      for (const x of pending.splice(base)) x.queued = 0;
      return;
    }
    lifetimes.examine(base);
    lifetimes.floor = floor;
  };
}
