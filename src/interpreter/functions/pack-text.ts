/** The text types of pack: bit strings, hexadecimal strings, uuencoding, and the BER integers of w. */
import { active, type Op } from '../../runtime/active.js';
import { num, str } from '../../runtime/convert.js';
import { normalInteger } from '../../runtime/numeric.js';
import { Dual, FloatInteger, type PerlValue } from '../../runtime/value.js';

/** b and B: `length` characters, of which each gives one bit. */
export function packBits(text: string, length: number, descending: boolean): string {
  let out = '';
  const used = Math.min(length, text.length);
  for (let i = 0; i < length; i += 8) {
    let byte = 0;
    for (let j = 0; j < 8 && i + j < used; j++) {
      if (text.charCodeAt(i + j) & 1) byte |= descending ? 0x80 >> j : 1 << j;
    }
    out += String.fromCharCode(byte);
  }
  return out;
}

export function unpackBits(bytes: string, length: number, descending: boolean): string {
  let out = '';
  for (let i = 0; i < length; i++) {
    const byte = bytes.charCodeAt(i >> 3);
    out += byte & (descending ? 0x80 >> (i & 7) : 1 << (i & 7)) ? '1' : '0';
  }
  return out;
}

/** h and H: letters count 9 more than their low four bits. */
export function packHex(text: string, length: number, highFirst: boolean): string {
  let out = '';
  const used = Math.min(length, text.length);
  const nibble = (i: number): number => {
    if (i >= used) return 0;
    const c = text.charCodeAt(i);
    return ((c >= 65 && c <= 90) || (c >= 97 && c <= 122) ? c + 9 : c) & 15;
  };
  for (let i = 0; i < length; i += 2) {
    const [first, second] = [nibble(i), nibble(i + 1)];
    out += String.fromCharCode(highFirst ? (first << 4) | second : first | (second << 4));
  }
  return out;
}

export function unpackHex(bytes: string, length: number, highFirst: boolean): string {
  const pairs = highFirst ? HIGH_FIRST : LOW_FIRST;
  let out = '';
  for (let i = 0; i < length; i += 2) out += pairs[bytes.charCodeAt(i >> 1)];
  return out.length > length ? out.slice(0, length) : out;
}

/** The two digits of each byte. */
const HIGH_FIRST = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const LOW_FIRST = HIGH_FIRST.map((digits) => (digits[1] as string) + (digits[0] as string));

const uuCharacter = (n: number): string => (n === 0 ? '`' : String.fromCharCode(n + 32));

/** Lines of `perLine` bytes, each with its length in front. */
export function uuencode(text: string, perLine: number): string {
  let out = '';
  for (let at = 0; at < text.length; at += perLine) {
    const line = text.slice(at, at + perLine);
    out += uuCharacter(line.length);
    for (let i = 0; i < line.length; i += 3) {
      const [a, b, c] = [line.charCodeAt(i), line.charCodeAt(i + 1) || 0, line.charCodeAt(i + 2) || 0];
      out += uuCharacter(a >> 2) + uuCharacter(((a & 3) << 4) | (b >> 4));
      out += uuCharacter(((b & 15) << 2) | (c >> 6)) + uuCharacter(c & 63);
    }
    out += '\n';
  }
  return out;
}

/** Decode from `at`; answers the text and where it ended. */
export function uudecode(s: string, from: number): { text: string; end: number } {
  let text = '';
  let at = from;
  while (at < s.length && s[at] !== ' ' && s[at] !== '\n' && isUu(s.charCodeAt(at))) {
    let left = (s.charCodeAt(at++) - 32) & 63;
    while (left > 0 && at < s.length) {
      const [a, b, c, d] = [0, 1, 2, 3].map(() => (isUu(s.charCodeAt(at)) ? (s.charCodeAt(at++) - 32) & 63 : 0)) as [
        number,
        number,
        number,
        number,
      ];
      const triple = String.fromCharCode(
        ((a << 2) | (b >> 4)) & 255,
        ((b << 4) | (c >> 2)) & 255,
        ((c << 6) | d) & 255,
      );
      text += triple.slice(0, Math.min(left, 3));
      left -= 3;
    }
    if (s[at] === '\n') at++;
    else if (s[at + 1] === '\n') at += 2; // a checksum character
  }
  return { text, end: at };
}

function isUu(c: number): boolean {
  return c >= 32 && c < 97;
}

/** w: seven bits a byte, the high bit set on all but the last; integers of any size as digits. */
export function packCompressed(v: PerlValue, op: Op): string {
  const n = compressible(v, op);
  let rest = n;
  let out = String.fromCharCode(Number(rest & 127n));
  for (rest >>= 7n; rest > 0n; rest >>= 7n) out = String.fromCharCode(Number(rest & 127n) | 128) + out;
  return out;
}

function compressible(v: PerlValue, op: Op): bigint {
  const n = num(v, op);
  if (typeof n === 'number' && !Number.isFinite(n)) active().die(`Cannot compress ${str(n)} in pack`);
  if (n < 0) active().die('Cannot compress negative numbers in pack');
  const isText = !(typeof v === 'number' || typeof v === 'bigint' || v instanceof Dual || v instanceof FloatInteger);
  if (isText && n >= 18446744073709551616) return digitsOf(str(v, op));
  return typeof n === 'bigint' ? n : BigInt(Math.trunc(n));
}

function digitsOf(text: string): bigint {
  if (!/^[0-9]+$/.test(text)) active().die('Can only compress unsigned integers in pack');
  return BigInt(text);
}

/** One compressed integer at `at`; its value is text beyond 64 bits. */
export function unpackCompressed(s: string, from: number): { value: PerlValue; end: number } {
  let value = 0n;
  for (let at = from; at < s.length; at++) {
    const byte = s.charCodeAt(at);
    value = (value << 7n) | BigInt(byte & 127);
    if (byte < 128) return { value: value < 1n << 64n ? normalInteger(value) : value.toString(), end: at + 1 };
  }
  return active().die('Unterminated compressed integer in unpack');
}
