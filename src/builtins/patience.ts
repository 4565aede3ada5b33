import { setImmediate, setTimeout } from 'node:timers/promises';

/** How the patient builtins wait between two attempts. */
export interface Patience {
  /** Resolves before the next attempt; attempts count from 1. */
  readonly pause: (attempt: number) => Promise<void>;
  /** Whether a signal arrived: the call ends with EINTR. Asked after every pause. */
  readonly interrupted: () => boolean;
}

/** So many turns of the event loop come before the first sleep. */
const TURNS = 20;
/** Milliseconds; half of it is the usual delay of a waiter that waits long. */
const LONGEST_SLEEP = 4;

/** Some turns of the event loop, then sleeps of 1, 2, 4, 4, 4 ... milliseconds. An abort counts as a signal. */
export function eventLoopPatience(abort?: AbortSignal): Patience {
  return {
    async pause(attempt) {
      if (attempt <= TURNS) await setImmediate();
      else await setTimeout(Math.min(2 ** (attempt - TURNS - 1), LONGEST_SLEEP));
    },
    interrupted: () => abort?.aborted ?? false,
  };
}
