/**
 * ++ and -- (perlop "Auto-increment and Auto-decrement"), the magic string increment included. The compiler may use
 * `incremented` and `decremented` on plain values, or the four operators on containers.
 */
import { active, type Op } from '../../runtime/active.js';
import { NOT_OVERLOADED, num, numOfString } from '../../runtime/convert.js';
import { parseNumber } from '../../runtime/numeric.js';
import type { Scalar } from '../../runtime/scalar.js';
import { addressOf, FlaggedString, type PerlValue, referentOf } from '../../runtime/value.js';
import { double, integerOr, isInteger, IV_MIN, TWO53 } from './numbers.js';
import { overloadedMutator } from './overload-unary.js';

export function preInc(s: Scalar, op: Op): PerlValue {
  const v = s.v;
  return (s.v = typeof v === 'number' && v < 1e15 ? v + 1 : incremented(v, op));
}
export function preDec(s: Scalar, op: Op): PerlValue {
  const v = s.v;
  return (s.v = typeof v === 'number' && v > -1e15 && v < 1e15 ? v - 1 : decremented(v, op));
}
/** The old value; an undefined one is 0. */
export function postInc(s: Scalar, op: Op): PerlValue {
  const v = s.v;
  s.v = typeof v === 'number' && v < 1e15 ? v + 1 : incremented(v, op);
  return v === undefined ? 0 : v;
}
/** The old value, even undef. */
export function postDec(s: Scalar, op: Op): PerlValue {
  const v = s.v;
  s.v = typeof v === 'number' && v > -1e15 && v < 1e15 ? v - 1 : decremented(v, op);
  return v;
}

/** What ++ makes of a value. */
export function incremented(v: PerlValue, op: Op): PerlValue {
  if (typeof v === 'number') return plusOne(v);
  if (v === undefined) return 1;
  if (typeof v === 'string') return incrementedText(v, op);
  if (typeof v === 'object') {
    const answer = overloadedMutator('++', v, op);
    if (answer !== NOT_OVERLOADED) return answer;
    if (v instanceof FlaggedString) return incrementedText(v.s, op);
    const referent = referentOf(v);
    if (referent !== null) return plusOne(addressOf(referent));
  }
  return plusOne(num(v, op));
}

/** What -- makes of a value; text is taken as a number, silently. */
export function decremented(v: PerlValue, op: Op): PerlValue {
  if (typeof v === 'number') return minusOne(v);
  if (v === undefined) return -1;
  if (typeof v === 'string') return textMinusOne(v);
  if (typeof v === 'object') {
    const answer = overloadedMutator('--', v, op);
    if (answer !== NOT_OVERLOADED) return answer;
    if (v instanceof FlaggedString) return textMinusOne(v.s);
    const referent = referentOf(v);
    if (referent !== null) return minusOne(addressOf(referent));
  }
  return minusOne(num(v, op));
}

function plusOne(n: number | bigint): PerlValue {
  if (typeof n === 'bigint') return integerOr(n + 1n, Number(n) + 1);
  if (Math.abs(n) >= TWO53) lostPrecision('incrementing', n);
  else if (Number.isSafeInteger(n)) return n + 1 < TWO53 ? n + 1 : BigInt(n) + 1n;
  return double(n + 1);
}

function minusOne(n: number | bigint): PerlValue {
  if (typeof n === 'bigint' && n !== IV_MIN) return integerOr(n - 1n, Number(n) - 1);
  const d = Number(n);
  if (Math.abs(d) >= TWO53) lostPrecision('decrementing', d);
  else if (Number.isSafeInteger(d)) return d - 1 > -TWO53 ? d - 1 : BigInt(d) - 1n;
  return double(d - 1);
}

/** Text is taken as a number, and nothing is said about it. */
function textMinusOne(text: string): PerlValue {
  const n = parseNumber(text);
  return isInteger(n) ? minusOne(n) : double(Number(n) - 1);
}

function lostPrecision(what: string, n: number): void {
  if (!Number.isFinite(n) || !active().warns('imprecision')) return;
  active().warn('imprecision', `Lost precision when ${what} ${BigInt(n)}.000000 by 1`);
}

const ALPHANUMERIC = /^[A-Za-z]*[0-9]*$/;

/** The next string of a string range; a number once there is none. */
export function nextInRange(text: string, op: Op): PerlValue {
  return text !== '' && ALPHANUMERIC.test(text) ? nextText(text) : incrementedText(text, op);
}

/** "az" -> "ba", "Zz" -> "AAa", "a9" -> "b0"; any other text counts as a number. */
export function incrementedText(text: string, op: Op): PerlValue {
  if (text === '') return 1;
  if (ALPHANUMERIC.test(text)) return isPlainNumber(text) ? plusOne(parseNumber(text)) : nextText(text);
  return plusOne(numberToIncrement(text, op));
}

/** Few digits without leading zeros: the next number and the next string are the same. */
function isPlainNumber(text: string): boolean {
  return text.charCodeAt(0) <= 0x39 && text.length < 16 && (text === '0' || !text.startsWith('0'));
}

/** Text that is no number at all and has no digits to begin with gets a warning of its own. */
function numberToIncrement(text: string, op: Op): number | bigint {
  if (!/^[ \t\n\r\f\v]*[+-]?$/.test(text)) return numOfString(text, op);
  active().warn('numeric', `Argument "${text}" treated as 0 in increment (++)`);
  return 0;
}

/** Carry from right to left through letters and digits; the string grows by what the first place was. */
function nextText(text: string): string {
  let carried = '';
  for (let i = text.length - 1; i >= 0; i--) {
    const c = text[i] as string;
    const wraps = c === 'z' ? 'a' : c === 'Z' ? 'A' : c === '9' ? '0' : '';
    if (wraps === '') return text.slice(0, i) + String.fromCharCode(c.charCodeAt(0) + 1) + carried;
    carried = wraps + carried;
  }
  return (carried[0] === '0' ? '1' : (carried[0] as string)) + carried;
}
