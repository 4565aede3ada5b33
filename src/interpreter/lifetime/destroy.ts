/** Calling DESTROY (perlobj "Destructors"). */
import { PerlArray } from '../../runtime/array.js';
import type { PerlCode } from '../../runtime/code.js';
import { PerlDie } from '../../runtime/exceptions.js';
import { Scalar } from '../../runtime/scalar.js';
import { str } from '../../runtime/convert.js';
import type { Stash } from '../../runtime/stash.js';
import { ScalarRef, VOID } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import type { Held } from './counts.js';

/** The destructor of a class, AUTOLOAD if there is none, or null. */
export function destructorOf(perl: Interp, stash: Stash): PerlCode | null {
  const { packages } = perl;
  if (stash.destroy === undefined || stash.destroyGeneration !== packages.generation) {
    stash.destroy = packages.findMethod(stash, 'DESTROY') ?? packages.findMethod(stash, 'AUTOLOAD');
    stash.destroyGeneration = packages.generation;
  }
  return stash.destroy;
}

/** DESTROY runs as in an eval of its own that leaves $@ alone; what it dies with is a warning. */
export function callDestructor(perl: Interp, code: PerlCode, x: Held): void {
  const { frames, dynamic, cop } = perl;
  const mark = dynamic.mark();
  if (code.name === 'AUTOLOAD') perl.scalar(`${code.stash.name}::AUTOLOAD`).v = `${x.blessed?.name}::DESTROY`;
  const args = new PerlArray([x instanceof Scalar ? new ScalarRef(x) : x]);
  args.rc = -1;
  const depth = frames.push('eval', cop, null, null, VOID, null);
  try {
    perl.callSub(code, args, VOID);
  } catch (e) {
    if (!(e instanceof PerlDie)) throw e;
    dynamic.unwind(mark);
    perl.warn('misc', `\t(in cleanup) ${str(e.value)}`);
  }
  perl.cop = cop;
  frames.depth = depth;
}
