/** .. in list context (perlop "Range Operators"): integers, or strings by magic increment. */
import { active, type Op } from '../../runtime/active.js';
import { int, looksLikeNumber, num, str } from '../../runtime/convert.js';
import { normalInteger } from '../../runtime/numeric.js';
import { FlaggedString, type PerlValue } from '../../runtime/value.js';
import { nextInRange } from './increment.js';

export function range(a: PerlValue, b: PerlValue, op: Op): PerlValue[] {
  if (isNumericRange(a, b)) return numberRange(a, b, op);
  const x = str(a, op, 0);
  return stringRange(x, str(b, op, 1), op);
}

/** Strings only if both ends are strings, and the left one does not look like a number (or has a leading 0). */
export function isNumericRange(a: PerlValue, b: PerlValue): boolean {
  if (isNumberEnd(a) || isNumberEnd(b)) return true;
  if (b !== undefined && !looksLikeNumber(b)) return false;
  if (a === undefined) return b !== undefined;
  if (!looksLikeNumber(a)) return false;
  const text = a instanceof FlaggedString ? a.s : (a as string);
  return text === '0' || !text.startsWith('0');
}

/** Defined and not a string. */
function isNumberEnd(v: PerlValue): boolean {
  return v !== undefined && typeof v !== 'string' && !(v instanceof FlaggedString);
}

function numberRange(a: PerlValue, b: PerlValue, op: Op): PerlValue[] {
  const from = end(a, op, 0);
  const to = end(b, op, 1);
  if (Number(to) - Number(from) > 2 ** 31) active().die('Out of memory during list extend');
  const out: PerlValue[] = [];
  if (typeof from === 'number' && typeof to === 'number') {
    for (let i = from; i <= to; i++) out.push(i);
    return out;
  }
  for (let i = BigInt(from); i <= to; i++) out.push(normalInteger(i));
  return out;
}

/** Perl checks the left end downwards and the right end upwards only; other ends wrap or saturate. */
function end(v: PerlValue, op: Op, which: number): number | bigint {
  const n = num(v, op, which);
  const outside = which === 0 ? n < -9223372036854775808 : n > 9223372036854775807n;
  if (outside) active().die('Range iterator outside integer range');
  return int(n, op, which);
}

/** From x by magic increment until it equals `to` or grows longer. */
function stringRange(x: string, to: string, op: Op): PerlValue[] {
  const out: PerlValue[] = [];
  let text: PerlValue = x;
  while (typeof text === 'string' && text.length <= to.length) {
    out.push(text);
    if (text === to) break;
    text = nextInRange(text, op);
  }
  return out;
}
