/**
 * lc, uc, lcfirst, ucfirst, fc (perlfunc). In a byte string only ASCII letters have cases (perlunicode, "The Unicode
 * Bug"); a string with a wide character or the UTF-8 flag follows Unicode.
 */
import type { Op } from '../../runtime/active.js';
import { isWide } from '../../runtime/astral.js';
import { str } from '../../runtime/convert.js';
import { FlaggedString, type PerlValue } from '../../runtime/value.js';

const HIGH = /[\x80-\uffff]/;

/** Apply the ASCII or the Unicode form of a conversion. */
function convert(v: PerlValue, op: Op, plain: (text: string) => string, unicode: (text: string) => string): string {
  const text = str(v, op);
  if (!HIGH.test(text)) return plain(text);
  if (v instanceof FlaggedString || isWide(text)) return unicode(text);
  return text.replace(/[\0-\x7f]+/g, plain);
}

const asciiLower = (text: string): string => text.toLowerCase();
const asciiUpper = (text: string): string => text.toUpperCase();
/** JavaScript knows about final sigma, perl's lc does not. */
const unicodeLower = (text: string): string => text.replaceAll('\u03a3', '\u03c3').toLowerCase();

export function lc(op: Op, v: PerlValue): string {
  return convert(v, op, asciiLower, unicodeLower);
}

export function uc(op: Op, v: PerlValue): string {
  return convert(v, op, asciiUpper, asciiUpper);
}

/** Full case folding: the upper case form undoes ligatures and sharp s. */
export function fc(op: Op, v: PerlValue): string {
  return convert(v, op, asciiLower, (text) => unicodeLower(text.toUpperCase()));
}

/** Letters whose title case is not their upper case: digraphs. */
const digraphs: Record<string, string> = {
  '\u01c4': '\u01c5',
  '\u01c5': '\u01c5',
  '\u01c6': '\u01c5',
  '\u01c7': '\u01c8',
  '\u01c8': '\u01c8',
  '\u01c9': '\u01c8',
  '\u01ca': '\u01cb',
  '\u01cb': '\u01cb',
  '\u01cc': '\u01cb',
  '\u01f1': '\u01f2',
  '\u01f2': '\u01f2',
  '\u01f3': '\u01f2',
};

function title(char: string): string {
  const digraph = digraphs[char];
  if (digraph !== undefined) return digraph;
  const [first = '', ...rest] = char.toUpperCase();
  return first + rest.join('').toLowerCase();
}

/** The first character converted, the rest as it is. */
function first(v: PerlValue, op: Op, plain: (char: string) => string, unicode: (char: string) => string): string {
  const text = str(v, op);
  const code = text.charCodeAt(0);
  if (code < 128 && !(v instanceof FlaggedString)) return plain(text[0]!) + text.slice(1);
  if (text === '' || !(v instanceof FlaggedString || isWide(text))) return text;
  const char = String.fromCodePoint(text.codePointAt(0)!);
  return unicode(char) + text.slice(char.length);
}

export function ucfirst(op: Op, v: PerlValue): string {
  return first(v, op, asciiUpper, title);
}

export function lcfirst(op: Op, v: PerlValue): string {
  return first(v, op, asciiLower, unicodeLower);
}

const META = /[^0-9A-Za-z_]/g;
/**
 * Pattern_Syntax, Pattern_White_Space, White_Space, Default_Ignorable: what a wide string has quoted beyond ASCII. A function,
 * because V8 looks properties up when a literal is evaluated, which takes 0.2 ms.
 */
const wideMeta = (): RegExp =>
  /[^0-9A-Za-z_\x80-\u{10ffff}]|[\p{Pattern_Syntax}\p{Pattern_White_Space}\p{White_Space}\p{Default_Ignorable_Code_Point}]/gu;

export function quotemeta(op: Op, v: PerlValue): string {
  const text = str(v, op);
  return text.replace(v instanceof FlaggedString || isWide(text) ? wideMeta() : META, '\\$&');
}
