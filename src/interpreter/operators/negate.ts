/** Unary minus (perlop "Symbolic Unary Operators"): numbers change sign, "-foo" becomes "+foo", "foo" "-foo". */
import type { Op } from '../../runtime/active.js';
import { looksLikeNumber, NOT_OVERLOADED, num } from '../../runtime/convert.js';
import { normalInteger } from '../../runtime/numeric.js';
import { FlaggedString, FloatInteger, type PerlValue } from '../../runtime/value.js';
import { double, IV_MIN } from './numbers.js';
import { overloadedUnary } from './overload-unary.js';

export function neg(v: PerlValue, op: Op): PerlValue {
  return typeof v === 'number' ? 0 - v : negSlow(v, op);
}

function negSlow(v: PerlValue, op: Op): PerlValue {
  if (typeof v === 'object') {
    const answer = overloadedUnary('neg', v, op);
    if (answer !== NOT_OVERLOADED) return answer;
    if (v instanceof FloatInteger) return new FloatInteger(-v.n);
  }
  const text = v instanceof FlaggedString ? v.s : v;
  const turned = typeof text === 'string' ? negatedText(text) : undefined;
  return turned ?? negated(num(v, op));
}

/** The string that a string becomes, or undefined if it is to be taken as a number. */
export function negatedText(text: string): string | undefined {
  if (/^[A-Za-z_]/.test(text)) return `-${text}`;
  if (text.startsWith('+')) return `-${text.slice(1)}`;
  if (text.startsWith('-') && !looksLikeNumber(text)) return `+${text.slice(1)}`;
  return undefined;
}

function negated(n: number | bigint): PerlValue {
  if (typeof n === 'number') return 0 - n;
  return -n >= IV_MIN ? normalInteger(-n) : double(-Number(n));
}
