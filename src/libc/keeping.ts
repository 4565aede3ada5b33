/**
 * The memory of attachments that stay between calls (kept-segment-io.ts): shared with a signal handler in machine code
 * that lets go of them (handler-code.ts), hence its fixed layout. An ArrayBuffer of this size stays where it is.
 */
import { KEPT_ADDRESSES, KEPT_FLAGS, KEPT_PLACES } from './handler-code.js';

export const keepingMemory = new ArrayBuffer(KEPT_ADDRESSES + KEPT_PLACES * 8);

/** Words of the memory, and after them a flag for each place that holds an attachment. */
export const keeping = new Int32Array(keepingMemory);
/** The addresses of the attachments, by place. */
export const keptAddresses = new BigUint64Array(keepingMemory, KEPT_ADDRESSES, KEPT_PLACES);

/** Not 0 while an attachment is in use: the handler then leaves everything as it is. */
export const IN_HAND = 0;
/** Set by every use, cleared by every tick: what is not used between two ticks is let go. */
export const USED = 1;
/** Counts the ticks. */
export const TICKS = 2;
/** Not 0 while a burst is going on: since the last system call that others can notice, segments have been used. */
export const BURST = 3;
/** The kernel's number of the timer; words 6 to 13 are a struct itimerspec of zeros, which stops it. */
export const TIMER = 4;
/** Not 0 while the timer runs. */
export const RUNNING = 5;
/** The flag of the first place. */
export const FLAGS = KEPT_FLAGS / 4;

let end: () => void = () => undefined;

/** Who knows how to end a burst. */
export function onLetGo(action: () => void): void {
  end = action;
}

/**
 * Detaches every segment that is attached only for the next call's sake. Before whatever may sleep, or may tell another
 * process anything.
 */
export function letGo(): void {
  if (keeping[BURST] !== 0) end();
}
