/** UTF-8 as perl keeps it inside strings: both ways, byte strings being JavaScript strings (latin1). */
import { active } from '../../runtime/active.js';
import { fromCodePoint } from '../../runtime/astral.js';

/** The UTF-8 bytes of one character. */
export function encodeCharacter(c: number): string {
  if (c < 0x80) return String.fromCharCode(c);
  if (c < 0x800) return String.fromCharCode(0xc0 | (c >> 6), 0x80 | (c & 63));
  if (c < 0x10000) return String.fromCharCode(0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  const low = String.fromCharCode(0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63));
  return String.fromCharCode(0xf0 | ((c >> 18) & 7)) + low;
}

/** The UTF-8 bytes of a string of characters. */
export function encodeUtf8(text: string): string {
  let out = '';
  for (const ch of text) out += encodeCharacter(ch.codePointAt(0) as number);
  return out;
}

/** How many bytes the character takes that begins with this one. */
export function utf8Length(first: number): number {
  if (first < 0xc0) return 1;
  return first < 0xe0
    ? 2
    : first < 0xf0
      ? 3
      : first < 0xf8
        ? 4
        : first < 0xfc
          ? 5
          : first < 0xfe
            ? 6
            : first === 0xfe
              ? 7
              : 13;
}

/** The character at `at`, and its length; code -1 (and the bytes there are) if it is malformed. */
export function decodeAt(s: string, at: number): { code: number; length: number } {
  const first = s.charCodeAt(at);
  if (first < 0x80) return { code: first, length: 1 };
  const length = utf8Length(first);
  if (length === 1) return { code: -1, length: 1 };
  let code = first & (0x7f >> length);
  for (let i = 1; i < length; i++) {
    const next = s.charCodeAt(at + i);
    if ((next & 0xc0) !== 0x80 || at + i >= s.length) return { code: -1, length: i };
    code = code * 64 + (next & 63);
  }
  return { code, length };
}

/** The characters of UTF-8 bytes; malformed ones are fatal. */
export function decodeUtf8(s: string, caller: string): string {
  let out = '';
  for (let at = 0; at < s.length; ) {
    const { code, length } = decodeAt(s, at);
    if (code < 0) malformed(s, at, length, caller);
    out += fromCodePoint(code);
    at += length;
  }
  return out;
}

function malformed(s: string, at: number, available: number, caller: string): never {
  warnMalformed(s, at, available, caller);
  return active().die('Malformed UTF-8 character (fatal)');
}

export function warnMalformed(s: string, at: number, available: number, caller: string): void {
  const shown = Array.from(s.slice(at, at + available), (c) => `\\x${c.charCodeAt(0).toString(16)}`).join('');
  const need = utf8Length(s.charCodeAt(at));
  const have = `${available} byte${available === 1 ? '' : 's'}`;
  const why = need === 1 ? 'unexpected continuation byte' : `too short; ${have} available, need ${need}`;
  active().warn('utf8', `Malformed UTF-8 character: ${shown} (${why}) in ${caller}`);
}

/** The number of characters in well-formed UTF-8 bytes. */
export function countCharacters(s: string): number {
  let n = 0;
  for (let at = 0; at < s.length; at += utf8Length(s.charCodeAt(at))) n++;
  return n;
}

/** The byte position of character number n. */
export function positionOfCharacter(s: string, from: number, n: number): number {
  let at = from;
  for (let i = 0; i < n && at < s.length; i++) at += utf8Length(s.charCodeAt(at));
  return at;
}
