/** The functions of List::Util on lists of pairs. */
import { PerlArray } from '../../../runtime/array.js';
import { truthy } from '../../../runtime/convert.js';
import type { PerlValue, Want } from '../../../runtime/value.js';
import { bool } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { withPair } from './block-call.js';
import type { ListFunction } from './list-util.js';

function warnIfOdd(perl: Interp, length: number, name: string): void {
  if (length % 2 === 1) perl.warn('misc', `Odd number of elements in ${name}`);
}

/** Calls `visit` with $a and $b set to each pair after the block; stops when it answers true. */
function eachPair(
  perl: Interp,
  args: PerlArray,
  name: string,
  visit: (key: PerlValue, value: PerlValue, call: { scalar(): PerlValue; list(): PerlValue[] }) => boolean | void,
): void {
  const list = args.list();
  warnIfOdd(perl, list.length - 1, name);
  withPair(perl, list[0], name, (pair) => {
    for (let i = 1; i < list.length; i += 2) {
      pair.a.v = list[i];
      pair.b.v = list[i + 1];
      if (visit(list[i], list[i + 1], pair) === true) return;
    }
  });
}

function pairgrep(perl: Interp, args: PerlArray, want: Want): PerlValue | PerlValue[] {
  const out: PerlValue[] = [];
  eachPair(perl, args, 'pairgrep', (key, value, call) => {
    if (truthy(call.scalar())) out.push(key, value);
  });
  return want === 2 ? out : out.length / 2;
}

function pairfirst(perl: Interp, args: PerlArray, want: Want): PerlValue | PerlValue[] {
  let found: PerlValue[] = [];
  eachPair(perl, args, 'pairfirst', (key, value, call) => {
    if (!truthy(call.scalar())) return false;
    found = [key, value];
    return true;
  });
  return want === 2 ? found : bool(found.length > 0);
}

function pairmap(perl: Interp, args: PerlArray, want: Want): PerlValue | PerlValue[] {
  const out: PerlValue[] = [];
  eachPair(perl, args, 'pairmap', (_key, _value, call) => void out.push(...call.list()));
  return want === 2 ? out : out.length;
}

function pairs(perl: Interp, args: PerlArray, want: Want): PerlValue | PerlValue[] {
  const list = args.list();
  warnIfOdd(perl, list.length, 'pairs');
  const stash = perl.stash('List::Util::_Pair');
  const out: PerlValue[] = [];
  for (let i = 0; i < list.length; i += 2) {
    const pair = new PerlArray([list[i], list[i + 1]]);
    pair.blessed = stash;
    out.push(pair);
  }
  return want === 2 ? out : out.length;
}

function unpairs(_perl: Interp, args: PerlArray): PerlValue[] {
  const out: PerlValue[] = [];
  for (const pair of args.list()) if (pair instanceof PerlArray) out.push(pair.get(0), pair.get(1));
  return out;
}

const every =
  (offset: number, name: string) =>
  (perl: Interp, args: PerlArray, want: Want): PerlValue | PerlValue[] => {
    const list = args.list();
    warnIfOdd(perl, list.length, name);
    if (want !== 2) return Math.ceil(list.length / 2);
    const out: PerlValue[] = [];
    for (let i = 0; i < list.length; i += 2) out.push(list[i + offset]);
    return out;
  };

export const pairFunctions: Readonly<Record<string, ListFunction>> = {
  pairs: { prototype: '@', fn: pairs },
  unpairs: { prototype: '@', fn: unpairs },
  pairkeys: { prototype: '@', fn: every(0, 'pairkeys') },
  pairvalues: { prototype: '@', fn: every(1, 'pairvalues') },
  pairmap: { prototype: '&@', fn: pairmap },
  pairgrep: { prototype: '&@', fn: pairgrep },
  pairfirst: { prototype: '&@', fn: pairfirst },
};
