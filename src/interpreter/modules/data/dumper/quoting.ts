/** Texts, numbers and keys as Data::Dumper writes them. */
import { formatNumber } from '../../../../runtime/format-number.js';
import { Dual, FlaggedString, FloatInteger, type PerlValue } from '../../../../runtime/value.js';

export interface QuoteStyle {
  readonly useqq: boolean;
  readonly quotekeys: boolean;
}

const safeNumber = /^(?:0|-?[1-9]\d{0,8})$/;
const escapes: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what a byte is
const wide = /[^\x00-\xff]/;

/** 'text', or "text" where single quotes can't say it. */
function quoteText(v: string | FlaggedString, useqq: boolean): string {
  const text = typeof v === 'string' ? v : v.s;
  const isWide = wide.test(text) || (typeof v !== 'string' && /[^ -~\s]/.test(text));
  if (useqq) return doubleQuoted(text, isWide);
  if (!isWide) return singleQuoted(text);
  const inside = text
    .replace(/[\\"$@]/g, '\\$&')
    .replace(/[\u0080-\uffff]/gu, hexEscape)
    .replace(/[\u{10000}-\u{10ffff}]/gu, hexEscape);
  return `"${inside}"`;
}

export function singleQuoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

const hexEscape = (c: string): string => `\\x{${(c.codePointAt(0) as number).toString(16)}}`;

/** Everything not printable is escaped (Data::Dumper Useqq). */
export function doubleQuoted(text: string, isWide: boolean): string {
  const inside = text.replace(/[\\"$@]/g, '\\$&').replace(/[^ -~]/gu, (c, at: number, all: string) => {
    const code = c.codePointAt(0) as number;
    if (escapes[c] !== undefined) return escapes[c];
    if (code > 255 || (isWide && code > 127)) return hexEscape(c);
    const next = all.charCodeAt(at + 1);
    return `\\${code.toString(8).padStart(next >= 48 && next <= 57 ? 3 : 1, '0')}`;
  });
  return `"${inside}"`;
}

/** A value that is no reference. Numbers are bare if they are small integers. */
export function plainValue(v: PerlValue, useqq: boolean): string {
  if (v === undefined) return 'undef';
  if (typeof v === 'string' || v instanceof FlaggedString) {
    const text = typeof v === 'string' ? v : v.s;
    return useqq && safeNumber.test(text) ? text : quoteText(v, useqq);
  }
  if (v instanceof Dual) return `${v.n}` === v.s ? integerText(v.s) : quoteText(v.s, useqq);
  if (typeof v === 'bigint') return integerText(`${v}`);
  const number = v instanceof FloatInteger ? v.n : Number(v);
  const text = v instanceof FloatInteger ? formatNumber(number) : formatNumber(number);
  if (Number.isInteger(number) && !(v instanceof FloatInteger) && /^-?\d+$/.test(text)) return integerText(text);
  return useqq ? quoteText(text, true) : `'${text}'`;
}

/** Integers of more than ten characters are quoted, for perls with small ones. */
const integerText = (text: string): string => (text.length > 10 ? `'${text}'` : text);

/** A hash key: bare only if that was asked for and it is a name or a number. */
export function quoteKey(key: string, style: QuoteStyle): string {
  if (!style.quotekeys && (/^(?:[A-Za-z_]\w*(?:::\w+)*)$/.test(key) || safeNumber.test(key))) return key;
  return quoteText(key, style.useqq);
}

/** `*::STDOUT`, or `*{'::$fh'}` for names that are no identifiers. */
export function globText(fullName: string): string {
  const name = fullName.replace(/^main::/, '::');
  return /^(?:::)?(?:[A-Za-z_]\w*)(?:::[A-Za-z_]\w*)*$/.test(name) ? `*${name}` : `*{${singleQuoted(name)}}`;
}
