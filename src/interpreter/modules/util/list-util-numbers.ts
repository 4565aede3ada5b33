/** sum, product, min and max of List::Util: integers stay exact while they fit in 64 bits. */
import { num } from '../../../runtime/convert.js';
import { type PerlValue, referentOf } from '../../../runtime/value.js';
import { add, multiply } from './numbers.js';

const where = 'subroutine entry';

/** Plain values become numbers; overloaded objects go through their operators. */
function operand(v: PerlValue): PerlValue {
  return referentOf(v)?.blessed ? v : num(v, where);
}

/** Sums beyond the signed range go on as doubles. */
function signed(v: PerlValue): PerlValue {
  return typeof v === 'bigint' && v > 0x7fff_ffff_ffff_ffffn ? Number(v) : v;
}

export function sum(list: readonly PerlValue[]): PerlValue {
  let total: PerlValue = 0;
  let first = true;
  for (const v of list) {
    const n = operand(v);
    if (first) total = signed(n);
    else if (typeof total === 'number' && typeof n === 'number' && Math.abs(total + n) <= Number.MAX_SAFE_INTEGER)
      total += n;
    else total = signed(add(total, n, where));
    first = false;
  }
  return total;
}

export function product(list: readonly PerlValue[]): PerlValue {
  let total: PerlValue = 1;
  for (const v of list) total = multiply(total, operand(v), where);
  return total;
}

function best(list: readonly PerlValue[], better: (a: number | bigint, b: number | bigint) => boolean): PerlValue {
  if (list.length === 0) return undefined;
  let chosen = list[0];
  let value = num(chosen, where);
  for (let i = 1; i < list.length; i++) {
    const n = num(list[i], where);
    // A NaN, once met, wins.
    if (value !== value) break;
    if (better(n, value) || n !== n) {
      value = n;
      chosen = list[i];
    }
  }
  return chosen;
}

export const minimum = (list: readonly PerlValue[]): PerlValue => best(list, (a, b) => a < b);
export const maximum = (list: readonly PerlValue[]): PerlValue => best(list, (a, b) => a > b);
