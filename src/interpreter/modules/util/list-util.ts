/** List::Util (perldoc List::Util): the table of its functions. */
import type { PerlArray } from '../../../runtime/array.js';
import { PerlCode } from '../../../runtime/code.js';
import { num, str } from '../../../runtime/convert.js';
import { bool, type PerlValue, type Want } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import { exportsOf, type NativeModule } from '../native-module.js';
import { random } from './random.js';
import { findIndex, withPair } from './block-call.js';
import { pairFunctions } from './list-util-pairs.js';
import { maximum, minimum, product, sum } from './list-util-numbers.js';
import { uniqueFunctions } from './list-util-unique.js';
import { zipFunctions } from './list-util-zip.js';

/** A function of the table: its prototype and what it does. */
export interface ListFunction {
  readonly prototype: string | null;
  fn(perl: Interp, args: PerlArray, want: Want): PerlValue | PerlValue[];
}

const any = (name: string, wanted: boolean, found: boolean): ListFunction => ({
  prototype: '&@',
  fn: (perl, args) => bool(findIndex(perl, args, wanted, name) >= 0 === found),
});

const extreme = (better: (a: string, b: string) => boolean): ListFunction => ({
  prototype: '@',
  fn(_perl, args) {
    let best: PerlValue;
    for (const v of args.list())
      if (best === undefined || better(str(v, 'subroutine entry'), str(best, 'subroutine entry'))) best = v;
    return best;
  },
});

function reduce(perl: Interp, name: string, args: PerlArray, each?: (v: PerlValue) => void): PerlValue {
  return withPair(perl, args.get(0), name, (pair) => {
    const list = args.list();
    if (list.length < 2) return undefined;
    let total = list[1];
    each?.(total);
    for (let i = 2; i < list.length; i++) {
      pair.a.v = total;
      pair.b.v = list[i];
      total = pair.scalar();
      each?.(total);
    }
    return total;
  });
}

/** perl's rand, or the function in $List::Util::RAND. */
function randomSource(perl: Interp): () => number {
  const custom = perl.packages.find('List::Util::RAND')?.s.v;
  if (!(custom instanceof PerlCode)) return random;
  return () => Number(num(perl.callScalar(custom, []), 'rand'));
}

/** A random order, in the steps of the original: the same after the same srand. */
function shuffled(perl: Interp, list: PerlValue[]): PerlValue[] {
  const next = randomSource(perl);
  for (let n = list.length; n > 1; n--) {
    const chosen = Math.floor(next() * n);
    [list[chosen], list[n - 1]] = [list[n - 1], list[chosen]];
  }
  return list;
}

function sampled(perl: Interp, list: PerlValue[], wanted: number): PerlValue[] {
  const next = randomSource(perl);
  // The original puts the last element in front before it begins.
  if (list.length > 0) list.unshift(list.pop());
  const n = Math.min(wanted, list.length);
  for (let i = 0; i < n; i++) {
    const chosen = i + Math.floor(next() * (list.length - i));
    [list[chosen], list[i]] = [list[i], list[chosen]];
  }
  return list.slice(0, n);
}

const functions: Readonly<Record<string, ListFunction>> = {
  first: {
    prototype: '&@',
    fn(perl, args) {
      const i = findIndex(perl, args, true, 'first');
      return i < 0 ? undefined : args.get(i);
    },
  },
  any: any('any', true, true),
  all: any('all', false, false),
  none: any('none', true, false),
  notall: any('notall', false, true),
  reduce: { prototype: '&@', fn: (perl, args) => reduce(perl, 'reduce', args) },
  reductions: {
    prototype: '&@',
    fn(perl, args, want) {
      const out: PerlValue[] = [];
      reduce(perl, 'reductions', args, (v) => out.push(v));
      return want === 2 ? out : out.length;
    },
  },
  sum: { prototype: '@', fn: (_perl, args) => (args.length === 0 ? undefined : sum(args.list())) },
  sum0: { prototype: '@', fn: (_perl, args) => sum(args.list()) },
  product: { prototype: '@', fn: (_perl, args) => product(args.list()) },
  min: { prototype: '@', fn: (_perl, args) => minimum(args.list()) },
  max: { prototype: '@', fn: (_perl, args) => maximum(args.list()) },
  minstr: extreme((a, b) => a < b),
  maxstr: extreme((a, b) => a > b),
  shuffle: { prototype: '@', fn: (perl, args, want) => (want === 2 ? shuffled(perl, args.list()) : args.length) },
  sample: {
    prototype: '$@',
    fn: (perl, args) => sampled(perl, args.list().slice(1), count(args)),
  },
  head: { prototype: '$@', fn: (_perl, args) => args.list().slice(1).slice(0, count(args)) },
  tail: {
    prototype: '$@',
    fn(_perl, args) {
      const n = count(args);
      const list = args.list().slice(1);
      return n < 0 ? list.slice(-n) : n === 0 ? [] : list.slice(-n);
    },
  },
  ...pairFunctions,
  ...uniqueFunctions,
  ...zipFunctions,
};

const count = (args: PerlArray): number => Number(num(args.get(0), 'subroutine entry'));

export const listUtil: NativeModule = {
  version: '1.63',
  install(perl) {
    exportsOf(perl, 'List::Util', { onRequest: Object.keys(functions) });
    for (const [name, { prototype, fn }] of Object.entries(functions)) {
      perl.define(`List::Util::${name}`, (args, want) => fn(perl, args, want), prototype);
    }
    for (const name of ['Key', 'Value']) {
      const i = name === 'Key' ? 0 : 1;
      perl.define(`List::Util::_Pair::${name.toLowerCase()}`, (args) => (args.get(0) as PerlArray).get(i));
    }
    perl.define('List::Util::_Pair::TO_JSON', (args) => args.get(0));
  },
};
