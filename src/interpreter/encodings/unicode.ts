/** UTF-8, UTF-16, UTF-32 and UTF-7 (perldoc Encode::Unicode). */
import { fromCodePoint } from '../../runtime/astral.js';
import { type Codec, convert, EACH_CHARACTER, type Malformed } from './codec.js';

const isSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xe000;

/** Whole characters in well-formed UTF-8, else as much as could have begun one, else a byte. */
const strictPattern =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes
  /[\x00-\x7f]+|(?:[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2})+|\xed[\xa0-\xbf][\x80-\xbf]|\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]?|[\s\S]/g;
/** The same where surrogates are characters, too. */
const laxPattern =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes
  /[\x00-\x7f]+|\xed[\xa0-\xbf][\x80-\xbf]|(?:[\xc2-\xdf][\x80-\xbf]|(?:\xe0[\xa0-\xbf]|[\xe1-\xef][\x80-\xbf])[\x80-\xbf]|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2})|(?:\xe0[\xa0-\xbf]|[\xe1-\xef][\x80-\xbf])|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]?|[\s\S]/g;

const lengthOf = (lead: number): number => (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);

function utf8Piece(piece: string, strict: boolean, malformed: Malformed): string | null {
  const lead = piece.charCodeAt(0);
  if (lead < 0x80) return piece;
  if (piece.length < lengthOf(lead)) return malformed(piece);
  if (lead === 0xed && piece.charCodeAt(1) >= 0xa0 && strict) return malformed(piece);
  if (lead === 0xed && piece.charCodeAt(1) >= 0xa0)
    return String.fromCharCode(0xd000 | ((piece.charCodeAt(1) & 63) << 6) | (piece.charCodeAt(2) & 63));
  return Buffer.from(piece, 'latin1').toString('utf8');
}

const surrogateBytes = (code: number): string =>
  String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));

const utf8 = (name: string, strict: boolean): Codec => ({
  name,
  mime: 'UTF-8',
  substitute: '\xef\xbf\xbd',
  encode: (text, unmappable) =>
    convert(
      text,
      /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|(?:[\ud800-\udbff][\udc00-\udfff]|[^\ud800-\udfff])+/g,
      (run) => {
        const code = run.charCodeAt(0);
        if (run.length === 1 && isSurrogate(code)) return strict ? unmappable(code) : surrogateBytes(code);
        return Buffer.from(run, 'utf8').toString('latin1');
      },
    ),
  decode: (bytes, malformed) =>
    convert(bytes, strict ? strictPattern : laxPattern, (piece) => utf8Piece(piece, strict, malformed)),
});

type Order = 'big' | 'little' | 'marked';

/** How many bytes a unit has, in which order, and whether pairs of surrogates are characters. */
function unitCodec(name: string, mime: string | undefined, size: 2 | 4, order: Order, pairs = true): Codec {
  const put = (n: number, little: boolean): string => {
    const bytes = Array.from({ length: size }, (_, i) => String.fromCharCode((n >>> (8 * i)) & 255));
    return (little ? bytes : bytes.reverse()).join('');
  };
  return {
    name,
    mime,
    substitute: put(0xfffd, order === 'little'),
    encode(text, unmappable) {
      const little = order === 'little';
      const body = convert(text, EACH_CHARACTER, (c) => {
        const code = c.codePointAt(0) as number;
        if (isSurrogate(code) || (code > 0xffff && !pairs)) return unmappable(code);
        return size === 4 || code <= 0xffff
          ? put(code, little)
          : put(c.charCodeAt(0), little) + put(c.charCodeAt(1), little);
      });
      return order === 'marked' ? { ...body, text: put(0xfeff, false) + body.text } : body;
    },
    decode: (bytes, malformed) => decodeUnits(bytes, size, order, pairs, malformed),
  };
}

function decodeUnits(source: string, size: 2 | 4, order: Order, pairs: boolean, malformed: Malformed) {
  const bytes = Buffer.from(source, 'latin1');
  const read = (at: number, little: boolean): number =>
    size === 2
      ? little
        ? bytes.readUInt16LE(at)
        : bytes.readUInt16BE(at)
      : little
        ? bytes.readUInt32LE(at)
        : bytes.readUInt32BE(at);
  let at = 0;
  let little = order === 'little';
  if (order === 'marked' && bytes.length >= size) {
    little = read(0, true) === 0xfeff;
    // Without a mark the most significant byte comes first (RFC 2781).
    if (little || read(0, false) === 0xfeff) at = size;
  }
  let text = '';
  while (at + size <= bytes.length) {
    let code = read(at, little);
    let next = at + size;
    if (size === 2 && pairs && code >= 0xd800 && code < 0xdc00 && next + 2 <= bytes.length) {
      const low = read(next, little);
      if (low >= 0xdc00 && low < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        next += 2;
      }
    }
    const piece = isSurrogate(code) || code > 0x10ffff ? malformed(source.slice(at, next)) : fromCodePoint(code);
    if (piece === null) return { text, used: at };
    text += piece;
    at = next;
  }
  return { text, used: at };
}

/** UTF-7 (RFC 2152): runs of other characters in base64. */
const utf7: Codec = {
  name: 'UTF-7',
  mime: 'UTF-7',
  substitute: '\ufffd',
  encode(text) {
    const encoded = text.replace(/\+|[^A-Za-z0-9 \t\r\n'(),./:?!"#$%&*;<=>@[\]^_`{|}-]+/g, (run) => {
      if (run === '+') return '+-';
      const base64 = Buffer.from(run, 'utf16le').swap16().toString('base64').replace(/=+$/, '');
      return `+${base64}-`;
    });
    return { text: encoded, used: text.length };
  },
  decode(bytes) {
    const text = bytes.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, base64: string) => {
      if (base64 === '') return '+';
      const units = Buffer.from(base64, 'base64');
      return units
        .subarray(0, units.length & ~1)
        .swap16()
        .toString('utf16le');
    });
    return { text, used: bytes.length };
  },
};

export const unicodeCodecs = (): Codec[] => [
  utf8('utf8', false),
  utf8('utf-8-strict', true),
  unitCodec('UTF-16', 'UTF-16', 2, 'marked'),
  unitCodec('UTF-16BE', 'UTF-16BE', 2, 'big'),
  unitCodec('UTF-16LE', 'UTF-16LE', 2, 'little'),
  unitCodec('UCS-2BE', undefined, 2, 'big', false),
  unitCodec('UCS-2LE', undefined, 2, 'little', false),
  unitCodec('UTF-32', 'UTF-32', 4, 'marked'),
  unitCodec('UTF-32BE', 'UTF-32BE', 4, 'big'),
  unitCodec('UTF-32LE', 'UTF-32LE', 4, 'little'),
  utf7,
];
