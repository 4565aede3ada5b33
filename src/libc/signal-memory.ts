/**
 * The memory that the handler of noted signals writes (handler-code.ts), hence its fixed layout. An ArrayBuffer of this size
 * stays where it is, and fork copies it.
 */
import { SIGRTMAX } from '../abi/signal-names.js';
import { MARKS } from './handler-code.js';

export const signalMemory = new ArrayBuffer(MARKS + 128);

/** The first words: PENDING, KICKS, TIMER and KICKING; bytes 16 to 47 are a struct itimerspec. */
export const signalWords = new Int32Array(signalMemory, 0, MARKS / 4);
/** A byte for each signal. */
export const signalMarks = new Uint8Array(signalMemory, MARKS, SIGRTMAX + 1);
/** The kicks: their interval, then when the first one comes. */
export const kickTimes = new BigInt64Array(signalMemory, 16, 4);

/** Not 0 when something is marked. */
export const PENDING = 0;
/** Not 0 if the handler shall start the timer of kicks. */
export const KICKS = 1;
/** The kernel's number of that timer. */
export const TIMER = 2;
/** Not 0 since the handler has started it. */
export const KICKING = 3;
