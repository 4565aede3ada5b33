/** What compiled code calls for try and defer (perlsyn). */
import { matchState } from '../regexp/ops.js';
import type { PerlValue } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { caught, recovered, unwound } from './errors.js';

/** The interpreter as it was when a `try` block began. */
interface Guard {
  readonly cop: number;
  readonly match: typeof matchState.last;
  readonly depth: number;
  readonly tries: number;
  readonly mark: number;
  readonly floor: number;
  readonly error: PerlValue;
}

/** $@ is local to the whole statement, and empty at first. */
export function enterTry(perl: Interp): Guard {
  const { frames, lifetimes } = perl;
  const guard: Guard = {
    cop: perl.cop,
    match: matchState.last,
    depth: frames.depth,
    tries: frames.tries,
    mark: perl.dynamic.mark(),
    floor: lifetimes === null ? 0 : lifetimes.floor,
    error: perl.errorGlob.s.v,
  };
  frames.tries++;
  perl.errorGlob.s.v = '';
  return guard;
}

/** The exception, everything being as it was before the block; what is no exception of the program passes on. */
export function caughtBy(perl: Interp, guard: Guard, thrown: unknown): PerlValue {
  const { lifetimes } = perl;
  let value = caught(perl, thrown);
  perl.frames.depth = guard.depth;
  perl.frames.tries = guard.tries;
  if (lifetimes === null) value = unwound(perl, guard.mark, value);
  else value = recovered(perl, lifetimes, guard.floor, guard.mark, value);
  perl.cop = guard.cop;
  matchState.last = guard.match;
  return value;
}

export function leaveTry(perl: Interp, guard: Guard): void {
  perl.frames.tries = guard.tries;
  perl.errorGlob.s.v = guard.error;
}

/** defer BLOCK */
export function deferBlock(perl: Interp, block: () => unknown): void {
  perl.dynamic.save(block);
}
