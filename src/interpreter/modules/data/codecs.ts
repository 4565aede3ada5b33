/** Encodings: from characters (a JavaScript string, surrogate pairs beyond U+FFFF) to bytes and back. */

export interface Codec {
  readonly name: string;
  readonly mime: string;
  /** what stands for a character the encoding lacks */
  readonly substitute: string;
  encode(text: string, unmappable: (codePoint: number) => string): string;
  decode(bytes: string, malformed: (bytes: string) => string): string;
}

const singleByte = (name: string, mime: string, limit: number): Codec => ({
  name,
  mime,
  substitute: '?',
  encode(text, unmappable) {
    let out = '';
    for (const c of text) {
      const code = c.codePointAt(0) as number;
      out += code < limit ? c : unmappable(code);
    }
    return out;
  },
  decode(bytes, malformed) {
    let out = '';
    for (const c of bytes) out += c.charCodeAt(0) < limit ? c : malformed(c);
    return out;
  },
});

/** Well-formed UTF-8 of one character, or else one malformed byte. */
const utf8Pattern =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes
  /[\x00-\x7f]+|(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+|[\s\S]/g;

const utf8 = (name: string, mime: string): Codec => ({
  name,
  mime,
  substitute: '\xef\xbf\xbd',
  encode: (text) => Buffer.from(text, 'utf8').toString('latin1'),
  decode(bytes, malformed) {
    return bytes.replace(utf8Pattern, (piece) => {
      const first = piece.charCodeAt(0);
      if (first < 0x80) return piece;
      return piece.length > 1 ? Buffer.from(piece, 'latin1').toString('utf8') : malformed(piece);
    });
  },
});

const utf16 = (name: string, bigEndian: boolean, mark: boolean): Codec => ({
  name,
  mime: name,
  substitute: '\ufffd',
  encode(text) {
    const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
    return (bigEndian ? bytes.swap16() : bytes).toString('latin1');
  },
  decode(bytes) {
    const memory = Buffer.from(bytes.slice(0, bytes.length & ~1), 'latin1');
    const marked = mark && memory.length >= 2 ? memory.readUInt16BE(0) : 0;
    const swap = marked === 0xfeff || (marked !== 0xfffe && bigEndian);
    const text = (swap ? memory.swap16() : memory).toString('utf16le');
    return mark && text.startsWith('\ufeff') ? text.slice(1) : text;
  },
});

const codecs: Readonly<Record<string, Codec>> = {
  ascii: singleByte('ascii', 'US-ASCII', 128),
  latin1: singleByte('iso-8859-1', 'ISO-8859-1', 256),
  utf8: utf8('utf8', 'UTF-8'),
  utf8strict: utf8('utf-8-strict', 'UTF-8'),
  utf16: utf16('UTF-16', true, true),
  utf16be: utf16('UTF-16BE', true, false),
  utf16le: utf16('UTF-16LE', false, false),
};

/** The codec a name or alias means. */
export function codecNamed(name: string): Codec | undefined {
  const lower = name.toLowerCase();
  if (lower === 'utf8') return codecs['utf8'];
  const plain = lower.replace(/[-_ ]/g, '');
  if (/^utf8(strict)?$/.test(plain)) return codecs['utf8strict'];
  if (/^(usascii|ascii|iso646us)$/.test(plain)) return codecs['ascii'];
  if (/^(iso88591|latin1|l1|binary)$/.test(plain)) return codecs['latin1'];
  return codecs[plain];
}
