import { koffi, libc } from './libc.js';

/**
 * errno, as the C library of this thread stores it. koffi doesn't save it after a call, and a garbage collection
 * between the call and this read can overwrite it. Hence the rule, kept by results.ts: read `errnoCell()[0]` in the
 * statement after the failing call, in the same function, with nothing allocated between.
 *
 * The view is made once: koffi.view leaks until the event loop turns. Its address survives fork.
 */
let cell: Int32Array | undefined;

/** Fetch this before the call whose errno it shall hold. */
export function errnoCell(): Int32Array {
  cell ??= new Int32Array(koffi().view(libc.__errno_location(), Int32Array.BYTES_PER_ELEMENT));
  return cell;
}
