/** The end of the program (perlobj "Global Destruction"): every object that is left gets its DESTROY. */
import { PerlArray } from '../../runtime/array.js';
import { PerlHash } from '../../runtime/hash.js';
import { Scalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';
import { type Held, heldBy } from './counts.js';
import { callDestructor, destructorOf } from './destroy.js';
import type { Lifetimes } from './lifetimes.js';

/** How often objects that destructors make get destructors of their own. */
const ROUNDS = 10;

export function destroyEverything(perl: Interp, { objects }: Lifetimes): void {
  for (let round = 0; round < ROUNDS && objects.size > 0; round++) {
    for (const x of inOrder([...objects])) {
      objects.delete(x);
      const code = x.blessed ? destructorOf(perl, x.blessed) : null;
      x.rc = -1;
      if (code !== null) callDestructor(perl, code, x);
    }
  }
}

/** Perl visits its memory; in small programs elements come before package variables. Else in the order of blessing. */
function inOrder(left: readonly Held[]): Held[] {
  const inside = new Set<Held>();
  for (const x of left) for (const y of contents(x)) collect(y, inside);
  return [...left.filter((x) => inside.has(x)), ...left.filter((x) => !inside.has(x))];
}
function collect(x: Held, found: Set<Held>): void {
  if (found.has(x)) return;
  found.add(x);
  if (!x.blessed) for (const y of contents(x)) collect(y, found);
}
function contents(x: Held): Held[] {
  const slots =
    x instanceof PerlArray ? x.a : x instanceof PerlHash ? [...x.m.values()] : x instanceof Scalar ? [x.v] : [];
  const values: PerlValue[] = slots.map((e) => (e instanceof Scalar ? e.v : e));
  return values.map((v) => (typeof v === 'object' ? heldBy(v) : null)).filter((y) => y !== null);
}
