/** Assigning to references (perlref, "Assigning to References"): another name for the same variable. */
import { PerlArray } from '../../runtime/array.js';
import { PerlCode } from '../../runtime/code.js';
import type { PerlGlob } from '../../runtime/glob.js';
import { PerlHash } from '../../runtime/hash.js';
import type { Scalar } from '../../runtime/scalar.js';
import { type PerlValue, referentOf, ScalarRef } from '../../runtime/value.js';
import type { Interp } from '../core/interp.js';

const kinds = { $: 'a SCALAR', '@': 'an ARRAY', '%': 'a HASH', '&': 'a CODE' } as const;

function wrong(perl: Interp, v: PerlValue, sigil: keyof typeof kinds): never {
  return perl.die(
    referentOf(v) === null ? 'Assigned value is not a reference' : `Assigned value is not ${kinds[sigil]} reference`,
  );
}
function scalarOf(perl: Interp, v: PerlValue): Scalar {
  return v instanceof ScalarRef ? v.target : wrong(perl, v, '$');
}

/** \$a[0] = \$x */
export function aliasElem(perl: Interp, v: PerlValue, a: PerlArray, i: number): PerlValue {
  const target = scalarOf(perl, v);
  a.set(i, undefined);
  a.slots[i < 0 ? i + a.length : i] = target;
  return v;
}
/** \$h{x} = \$y */
export function aliasHelem(perl: Interp, v: PerlValue, h: PerlHash, k: string): PerlValue {
  h.m.set(k, scalarOf(perl, v));
  return v;
}
/** \$x = ..., \@x = ... of package variables, \&f = ... */
export function aliasGlobSlot(perl: Interp, v: PerlValue, glob: PerlGlob, sigil: keyof typeof kinds): PerlValue {
  if (sigil === '$') glob.s = scalarOf(perl, v);
  else if (sigil === '@') glob.a = v instanceof PerlArray ? v : wrong(perl, v, '@');
  else if (sigil === '%') glob.h = v instanceof PerlHash ? v : wrong(perl, v, '%');
  else {
    glob.c = v instanceof PerlCode ? v : wrong(perl, v, '&');
    perl.packages.generation++;
  }
  return v;
}
