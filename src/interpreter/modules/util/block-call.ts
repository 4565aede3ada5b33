/** Calling the block of first, any, reduce ... with $_ or $a and $b set (List::Util). */
import { PerlArray } from '../../../runtime/array.js';
import { PerlCode } from '../../../runtime/code.js';
import { truthy } from '../../../runtime/convert.js';
import { Scalar } from '../../../runtime/scalar.js';
import { LIST, type PerlValue, SCALAR } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';

function blockOf(perl: Interp, v: PerlValue, name: string): PerlCode {
  if (!(v instanceof PerlCode)) return perl.die('Not a subroutine reference');
  if (v.fn === null && perl.findMethod(v.stash, 'AUTOLOAD') === null) perl.die(`Undefined subroutine in ${name}`);
  return v;
}

/** Does the block answer true for any (or, with `wanted` false, not for all) of the arguments after the first? */
export function findIndex(perl: Interp, args: PerlArray, wanted: boolean, name: string): number {
  const code = blockOf(perl, args.get(0), name);
  const { underscore } = perl;
  const saved = underscore.s;
  const none = new PerlArray();
  try {
    for (let i = 1; i < args.length; i++) {
      underscore.s = args.at(i);
      if (truthy(perl.callSub(code, none, SCALAR) as PerlValue) === wanted) return i;
    }
    return -1;
  } finally {
    underscore.s = saved;
  }
}

export interface PairCaller {
  readonly a: Scalar;
  readonly b: Scalar;
  scalar(): PerlValue;
  list(): PerlValue[];
}

/** Runs `body` with $a and $b of the calling package replaced by scalars of its own. */
export function withPair<Result>(
  perl: Interp,
  block: PerlValue,
  name: string,
  body: (pair: PairCaller) => Result,
): Result {
  const code = blockOf(perl, block, name);
  const pkg = perl.currentPackage();
  const [globA, globB] = [perl.glob(`${pkg}::a`), perl.glob(`${pkg}::b`)];
  const [savedA, savedB] = [globA.s, globB.s];
  const pair: PairCaller = {
    a: new Scalar(undefined),
    b: new Scalar(undefined),
    scalar: () => perl.callSub(code, new PerlArray(), SCALAR) as PerlValue,
    list: () => perl.callSub(code, new PerlArray(), LIST) as PerlValue[],
  };
  globA.s = pair.a;
  globB.s = pair.b;
  try {
    return body(pair);
  } finally {
    globA.s = savedA;
    globB.s = savedB;
  }
}
