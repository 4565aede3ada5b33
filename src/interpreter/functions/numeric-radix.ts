/** hex and oct (perlfunc): text in another base to a number, with perl's warnings. The compiler reads literals alike. */
import { active, type Op } from '../../runtime/active.js';
import { isWide } from '../../runtime/astral.js';
import { str } from '../../runtime/convert.js';
import { normalInteger } from '../../runtime/numeric.js';
import type { PerlValue } from '../../runtime/value.js';
import { double } from '../operators/numbers.js';

interface Base {
  readonly radix: 2 | 8 | 16;
  readonly name: string;
  readonly largest: string;
}
const BINARY: Base = { radix: 2, name: 'binary', largest: '0b11111111111111111111111111111111' };
const OCTAL: Base = { radix: 8, name: 'octal', largest: '037777777777' };
const HEXADECIMAL: Base = { radix: 16, name: 'hexadecimal', largest: '0xffffffff' };

export function hex(op: Op, v: PerlValue): PerlValue {
  const text = str(v, op);
  refuseWide(text, 'hex');
  return parseDigits(text.replace(/^0?x/i, ''), HEXADECIMAL);
}

/** oct understands the prefixes 0x, 0b and 0o, with or without the zero, after blanks. */
export function oct(op: Op, v: PerlValue): PerlValue {
  const text = str(v, op).replace(/^[ \t\n\r\f\v]+/, '');
  refuseWide(text, 'oct');
  const prefix = /^0?([xbo])/i.exec(text);
  if (prefix === null) return parseDigits(text, OCTAL);
  const letter = (prefix[1] as string).toLowerCase();
  const base = letter === 'x' ? HEXADECIMAL : letter === 'b' ? BINARY : OCTAL;
  return parseDigits(text.slice(prefix[0].length), base);
}

function refuseWide(text: string, name: string): void {
  if (isWide(text)) active().die(`Wide character in ${name}`);
}

const DIGITS: Readonly<Record<number, RegExp>> = { 2: /[01]/, 8: /[0-7]/, 16: /[0-9a-fA-F]/ };

/** Digits, with single underscores among them, up to the first other character. */
function parseDigits(text: string, base: Base): PerlValue {
  const isDigit = DIGITS[base.radix] as RegExp;
  let digits = '';
  let at = 0;
  for (; at < text.length; at++) {
    if (isDigit.test(text[at] as string)) digits += text[at];
    else if (text[at] !== '_' || !isDigit.test(text[at + 1] ?? '')) break;
  }
  if (at < text.length) warnIllegal(text[at] as string, base);
  return valueOf(digits, base);
}

/** Octal numbers end silently, except at an 8 or 9. */
function warnIllegal(ch: string, base: Base): void {
  if (base === OCTAL && ch !== '8' && ch !== '9') return;
  active().warn('digit', `Illegal ${base.name} digit '${ch}' ignored`);
}

function valueOf(digits: string, base: Base): PerlValue {
  if (digits.length <= 8) return digits === '' ? 0 : parseInt(digits, base.radix);
  const exact = BigInt(`0${base.radix === 2 ? 'b' : base.radix === 8 ? 'o' : 'x'}${digits}`);
  if (exact <= 0xffff_ffffn) return Number(exact);
  const fits = exact <= 0xffff_ffff_ffff_ffffn;
  if (!fits) active().warn('overflow', `Integer overflow in ${base.name} number`);
  const name = base.name[0]?.toUpperCase() + base.name.slice(1);
  active().warn('portable', `${name} number > ${base.largest} non-portable`);
  return fits ? normalInteger(exact) : double(Number(exact));
}
