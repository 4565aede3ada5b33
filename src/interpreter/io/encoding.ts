/** Character encodings of handles (perldoc PerlIO, Encode::Supported): what `:encoding(...)` and `:utf8` do. */
import { perl } from './perl.js';
import { fromCodePoint, noteAstral } from '../../runtime/astral.js';
import type { Codec } from '../encodings/codec.js';
import { codecNamed } from '../encodings/names.js';

export interface Encoding {
  /** as PerlIO::get_layers shows it; null for a bare :utf8 */
  readonly layer: string | null;
  encode(text: string): string;
  decode(bytes: string): string;
}

const notAscii = /[^\x00-\x7f]/;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Characters as UTF-8 bytes, surrogates included (perl writes them too). */
export function utf8Bytes(text: string): string {
  if (!notAscii.test(text)) return text;
  if (!loneSurrogate.test(text)) return Buffer.from(text, 'utf8').toString('latin1');
  let out = '';
  for (const c of text) {
    const code = c.codePointAt(0)!;
    out +=
      code >= 0xd800 && code <= 0xdfff
        ? String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
        : Buffer.from(c, 'utf8').toString('latin1');
  }
  return out;
}

/** UTF-8 bytes as characters; `bad` answers the text for a byte that is not UTF-8. */
function utf8Text(bytes: string, bad: (byte: number) => string): string {
  if (!notAscii.test(bytes)) return bytes;
  const text = Buffer.from(bytes, 'latin1').toString('utf8');
  if (text.includes('\ufffd')) return carefully(bytes, bad);
  noteAstral(text);
  return text;
}

const sequence = /[\x00-\x7f]+|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\x80-\xff]/g;

function carefully(bytes: string, bad: (byte: number) => string): string {
  const text = bytes.replace(sequence, (s) => {
    const lead = s.charCodeAt(0);
    if (lead < 0x80) return s;
    if (s.length === 1) return bad(lead);
    let code = lead & (0x7f >> s.length);
    for (let i = 1; i < s.length; i++) code = (code << 6) | (s.charCodeAt(i) & 63);
    return code > 0x10ffff ? [...s].map((c) => bad(c.charCodeAt(0))).join('') : String.fromCodePoint(code);
  });
  noteAstral(text);
  return text;
}

const hex = (n: number, width: number, upper: boolean): string => {
  const digits = n.toString(16).padStart(width, '0');
  return upper ? digits.toUpperCase() : digits;
};

function badByte(encoding: string): (byte: number) => string {
  return (byte) => {
    const shown = `\\x${hex(byte, 2, true)}`;
    perl().warn('utf8', `${encoding} "${shown}" does not map to Unicode`);
    return encoding === 'utf8' ? String.fromCharCode(byte) : shown;
  };
}

function warnOfSurrogate(text: string): void {
  const surrogate = notAscii.test(text) ? loneSurrogate.exec(text) : null;
  if (surrogate === null) return;
  const code = hex(surrogate[0].charCodeAt(0), 4, true);
  perl().warnDefault('surrogate', `Unicode surrogate U+${code} is illegal in UTF-8`);
}

/** `:utf8`: perl's own, lax form. */
export const laxUtf8: Encoding = {
  layer: null,
  encode(text) {
    warnOfSurrogate(text);
    return utf8Bytes(text);
  },
  decode: (bytes) => utf8Text(bytes, badByte('utf8')),
};

const strictUtf8: Encoding = {
  layer: 'utf-8-strict',
  encode(text) {
    if (!loneSurrogate.test(text)) return utf8Bytes(text);
    warnOfSurrogate(text);
    return utf8Bytes(text.replace(new RegExp(loneSurrogate, 'g'), (c) => unmapped(c, 'UTF-8')));
  },
  decode: (bytes) => utf8Text(bytes, badByte('UTF-8')),
};

function unmapped(c: string, encoding: string): string {
  const shown = `\\x{${hex(c.codePointAt(0)!, 4, false)}}`;
  perl().warn('utf8', `"${shown}" does not map to ${encoding}`);
  return encoding === 'UTF-8' ? `\\x{${hex(c.codePointAt(0)!, 4, true)}}` : shown;
}

/** A codec as a layer. */
function layered(codec: Codec): Encoding {
  const name = codec.name;
  return {
    layer: name,
    encode: (text) => codec.encode(text, (code) => unmapped(fromCodePoint(code), name)).text,
    decode(bytes) {
      const bad = badByte(name);
      const { text } = codec.decode(bytes, (piece) => [...piece].map((c) => bad(c.charCodeAt(0))).join(''));
      return noteAstral(text);
    },
  };
}

const known = new Map<string, Encoding | null>([
  ['utf-8', strictUtf8],
  ['utf-8-strict', strictUtf8],
  ['utf8', { ...laxUtf8, layer: 'utf8' }],
]);

/** The encoding of that name, or null. */
export function findEncoding(name: string): Encoding | null {
  const key = name.toLowerCase().replace(/_/g, '-');
  const found = known.get(key);
  if (found !== undefined) return found;
  const codec = codecNamed(name);
  // Lines are found by the byte of the newline, which is part of other characters where each has two bytes or four.
  const made = codec === undefined || /^U(?:TF|CS)-/.test(codec.name) ? null : layered(codec);
  known.set(key, made);
  return made;
}
