/** East Asian encodings of several bytes a character, from the tables inside Node's TextDecoder. */
import { type Codec, type Converted, convert, EACH_CHARACTER, type Malformed, type Unmappable } from './codec.js';

interface Shape {
  readonly name: string;
  readonly mime: string | undefined;
  readonly label: string;
  /** whole characters as bytes, else a byte */
  readonly pattern: RegExp;
  /** the bytes of characters: first and second byte from, to; and what stands before them */
  readonly ranges: readonly (readonly [prefix: string, from: number, to: number, from2: number, to2: number])[];
}

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: bytes
const shapes = (): Shape[] => [
  {
    name: 'euc-jp',
    mime: 'EUC-JP',
    label: 'euc-jp',
    pattern: /[\x00-\x7f]+|\x8f[\xa1-\xfe]{2}|[\x8e\xa1-\xfe][\xa1-\xfe]|[\s\S]/g,
    ranges: [
      ['', 0xa1, 0xfe, 0xa1, 0xfe],
      ['', 0x8e, 0x8e, 0xa1, 0xdf],
      ['\x8f', 0xa1, 0xfe, 0xa1, 0xfe],
    ],
  },
  ...['shiftjis', 'cp932'].map((name) => ({
    name,
    mime: name === 'cp932' ? 'Windows-31J' : 'Shift_JIS',
    label: 'shift_jis',
    pattern: /[\x00-\x7f]+|[\xa1-\xdf]|[\x81-\x9f\xe0-\xfc][\x40-\x7e\x80-\xfc]|[\s\S]/g,
    ranges: [
      ['', 0x81, 0x9f, 0x40, 0xfc],
      ['', 0xe0, 0xfc, 0x40, 0xfc],
      ['', 0, 0, 0xa1, 0xdf],
    ] as Shape['ranges'],
  })),
  ...['euc-cn', 'cp936'].map((name) => ({
    name,
    mime: name === 'cp936' ? 'GBK' : 'EUC-CN',
    label: 'gbk',
    pattern: name === 'cp936' ? /[\x00-\x7f]+|[\x81-\xfe][\x40-\xfe]|[\s\S]/g : /[\x00-\x7f]+|[\xa1-\xfe]{2}|[\s\S]/g,
    ranges: [name === 'cp936' ? ['', 0x81, 0xfe, 0x40, 0xfe] : ['', 0xa1, 0xf7, 0xa1, 0xfe]] as Shape['ranges'],
  })),
  ...['big5-eten', 'cp950'].map((name) => ({
    name,
    mime: undefined,
    label: 'big5',
    pattern: /[\x00-\x7f]+|[\x81-\xfe][\x40-\x7e\xa1-\xfe]|[\s\S]/g,
    ranges: [['', 0xa1, 0xf9, 0x40, 0xfe]] as Shape['ranges'],
  })),
  ...['euc-kr', 'cp949'].map((name) => ({
    name,
    mime: name === 'cp949' ? undefined : 'EUC-KR',
    label: 'euc-kr',
    pattern: name === 'cp949' ? /[\x00-\x7f]+|[\x81-\xfe][\x41-\xfe]|[\s\S]/g : /[\x00-\x7f]+|[\xa1-\xfe]{2}|[\s\S]/g,
    ranges: [name === 'cp949' ? ['', 0x81, 0xfe, 0x41, 0xfe] : ['', 0xa1, 0xfe, 0xa1, 0xfe]] as Shape['ranges'],
  })),
];
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: bytes

/** Bytes by character; of several byte sequences for one, the first counts. */
function bytesByCharacter(shape: Shape): Map<string, string> {
  const decoder = new TextDecoder(shape.label);
  const table = new Map<string, string>();
  for (let code = 0; code < 128; code++) table.set(String.fromCharCode(code), String.fromCharCode(code));
  for (const [prefix, from, to, from2, to2] of shape.ranges)
    for (let first = from; first <= to; first++)
      for (let second = from2; second <= to2; second++) {
        const bytes = prefix + (first === 0 ? '' : String.fromCharCode(first)) + String.fromCharCode(second);
        const text = decoder.decode(Buffer.from(bytes, 'latin1'));
        if (!text.includes('\ufffd') && [...text].length === 1 && !table.has(text)) table.set(text, bytes);
      }
  return table;
}

function multiByte(shape: Shape): Codec {
  let table: Map<string, string> | undefined;
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  return {
    name: shape.name,
    mime: shape.mime,
    substitute: '?',
    encode(text, unmappable) {
      table ??= bytesByCharacter(shape);
      const bytes = table;
      return convert(text, EACH_CHARACTER, (c) => bytes.get(c) ?? unmappable(c.codePointAt(0) as number));
    },
    decode: (bytes, malformed) =>
      convert(bytes, shape.pattern, (piece) => {
        if (piece.charCodeAt(0) < 0x80) return piece;
        decoder ??= new TextDecoder(shape.label);
        const text = decoder.decode(Buffer.from(piece, 'latin1'));
        return text.includes('\ufffd') ? malformed(piece) : text;
      }),
  };
}

/** ISO-2022-JP: the characters of EUC-JP in seven bits, behind escapes that switch the set. */
function iso2022(name: string, mime: string, eucJp: Codec): Codec {
  const encode = (text: string, unmappable: Unmappable): Converted => {
    let mode = '(B';
    const to = (wanted: string): string => {
      const escape = wanted === mode ? '' : `\x1b${wanted}`;
      mode = wanted;
      return escape;
    };
    const body = convert(text, EACH_CHARACTER, (c) => {
      const bytes = eucJp.encode(c, () => null).text;
      if (bytes.length === 1) return to('(B') + bytes;
      if (bytes.length !== 2 || bytes.startsWith('\x8e')) {
        const other = unmappable(c.codePointAt(0) as number);
        return other === null ? null : to('(B') + other;
      }
      return to('$B') + [...bytes].map((b) => String.fromCharCode(b.charCodeAt(0) & 0x7f)).join('');
    });
    return { ...body, text: body.text + to('(B') };
  };
  const decode = (bytes: string, malformed: Malformed): Converted => {
    const text = new TextDecoder('iso-2022-jp').decode(Buffer.from(bytes, 'latin1'));
    return { text: text.replaceAll('\ufffd', () => malformed('\ufffd') ?? ''), used: bytes.length };
  };
  return { name, mime, substitute: '?', encode, decode };
}

export function multiByteCodecs(): Codec[] {
  const plain = shapes().map(multiByte);
  const eucJp = plain[0] as Codec;
  const japanese = ['iso-2022-jp', '7bit-jis', 'iso-2022-jp-1'].map((name) => iso2022(name, 'ISO-2022-JP', eucJp));
  return [...plain, ...japanese];
}
