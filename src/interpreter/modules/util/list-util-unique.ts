/** uniq, uniqint, uniqnum and uniqstr of List::Util. */
import type { PerlArray } from '../../../runtime/array.js';
import { int, num, str } from '../../../runtime/convert.js';
import type { PerlValue, Want } from '../../../runtime/value.js';
import type { Interp } from '../../core/interp.js';
import type { ListFunction } from './list-util.js';

type KeyOf = (v: PerlValue) => unknown;

function unique(
  args: PerlArray,
  want: Want,
  keyOf: KeyOf,
  shown: (v: PerlValue) => PerlValue = (v) => v,
): PerlValue | PerlValue[] {
  const seen = new Set<unknown>();
  const out: PerlValue[] = [];
  for (const v of args.list()) {
    const key = keyOf(v);
    if (seen.has(key)) continue;
    seen.add(key);
    out.push(shown(v));
  }
  return want === 2 ? out : out.length;
}

const unlike = (keyOf: KeyOf, shown?: (v: PerlValue) => PerlValue): ListFunction => ({
  prototype: '@',
  fn: (_perl: Interp, args, want) => unique(args, want, keyOf, shown),
});

/** One key for equal numbers: 1, 1.0 and '1'; 0 and -0. */
function numberKey(v: PerlValue): unknown {
  const n = num(v, 'subroutine entry');
  return typeof n === 'bigint' ? `${n}` : n === 0 ? 0 : n;
}

export const uniqueFunctions: Readonly<Record<string, ListFunction>> = {
  uniq: unlike((v) => (v === undefined ? undefined : `=${str(v, 'subroutine entry')}`)),
  uniqstr: unlike(
    (v) => str(v, 'subroutine entry'),
    (v) => v ?? '',
  ),
  uniqnum: unlike(numberKey, (v) => v ?? 0),
  uniqint: unlike(
    (v) => `${int(v, 'subroutine entry')}`,
    (v) => int(v, 'subroutine entry'),
  ),
};
