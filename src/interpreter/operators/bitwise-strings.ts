/** Bitwise operators on strings (perlop "Bitwise String Operators"): character by character, all below 0x100. */
import { active, type Op } from '../../runtime/active.js';
import { isWide } from '../../runtime/astral.js';
import { str } from '../../runtime/convert.js';
import type { PerlValue } from '../../runtime/value.js';

export type BitOperation = '&' | '|' | '^';

const NAMES: Record<BitOperation | '~', string> = {
  '&': 'bitwise and (&)',
  '|': 'bitwise or (|)',
  '^': 'bitwise xor (^)',
  '~': "1's complement (~)",
};

function refuseWide(text: string, key: BitOperation | '~'): void {
  if (!isWide(text)) return;
  const message = 'Use of strings with code points over 0xFF as arguments to';
  active().die(`${message} ${NAMES[key]} operator is not allowed`);
}

/** The longer string's rest stays for | and ^; & stops with the shorter. */
export function combineStrings(key: BitOperation, a: PerlValue, b: PerlValue, op: Op, assign: boolean): string {
  const x = a === undefined && assign && key !== '&' ? '' : str(a, op, 0);
  const y = str(b, op, 1);
  refuseWide(x, key);
  refuseWide(y, key);
  const shared = Math.min(x.length, y.length);
  const out: string[] = [];
  for (let i = 0; i < shared; i++) out.push(String.fromCharCode(combine(key, x.charCodeAt(i), y.charCodeAt(i))));
  const rest = key === '&' ? '' : x.length > y.length ? x.slice(shared) : y.slice(shared);
  return out.join('') + rest;
}

function combine(key: BitOperation, x: number, y: number): number {
  return key === '&' ? x & y : key === '|' ? x | y : x ^ y;
}

export function complementString(v: PerlValue, op: Op): string {
  const text = str(v, op);
  refuseWide(text, '~');
  const out: string[] = [];
  for (let i = 0; i < text.length; i++) out.push(String.fromCharCode(text.charCodeAt(i) ^ 0xff));
  return out.join('');
}
