/** Encodings of one byte a character. What ICU knows comes from Node's TextDecoder. */
import { type Codec, convert, EACH_CHARACTER } from './codec.js';

/** What each byte means; '' for nothing. */
export type Meanings = readonly string[];

function singleByte(name: string, mime: string | undefined, meanings: () => Meanings): Codec {
  let table: Meanings | undefined;
  let bytes: Map<string, string> | undefined;
  const known = (): Meanings => (table ??= meanings());
  return {
    name,
    mime,
    substitute: '?',
    encode(text, unmappable) {
      bytes ??= new Map(known().map((c, byte) => [c, String.fromCharCode(byte)]));
      const byteOf = bytes;
      return convert(text, EACH_CHARACTER, (c) => byteOf.get(c) ?? unmappable(c.codePointAt(0) as number));
    },
    decode: (text, malformed) => convert(text, /[\s\S]/g, (byte) => known()[byte.charCodeAt(0)] || malformed(byte)),
  };
}

const allBytes: Meanings = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));

/** The table of a TextDecoder; `controls`: bytes for which it answers control characters mean nothing. */
function decoded(label: string, controls: boolean): Meanings {
  const decoder = new TextDecoder(label, { fatal: true });
  return allBytes.map((_, byte) => {
    const c = meaningOf(decoder, byte);
    const nothing = c === '' || (controls && byte >= 0x80 && c.charCodeAt(0) === byte && byte < 0xa0);
    return nothing ? '' : c;
  });
}

function meaningOf(decoder: InstanceType<typeof TextDecoder>, byte: number): string {
  try {
    return decoder.decode(Uint8Array.of(byte));
  } catch {
    return '';
  }
}

const upperHalf = (characters: string): (() => Meanings) => {
  return () => [...allBytes.slice(0, 128), ...characters];
};

const cp437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xa0';
const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xad±‗¾¶§÷¸°¨·¹³²■\xa0';
/** Bytes 128 to 159: Node takes windows-1252 for Latin-1. */
const windows1252 = [...'€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ'].map((c) => (c === '.' ? '' : c));
const latin10 = 'ĄąŁ€„Š§š©Ș«Ź\xadźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ';

const isoParts = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15];
const windowsPages = [1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258];
const others: readonly (readonly [name: string, mime: string | undefined, label: string])[] = [
  ['cp866', 'IBM866', 'ibm866'],
  ['cp874', 'windows-874', 'windows-874'],
  ['koi8-r', 'KOI8-R', 'koi8-r'],
  ['koi8-u', 'KOI8-U', 'koi8-u'],
  ['MacRoman', 'macintosh', 'macintosh'],
  ['MacCyrillic', 'x-mac-cyrillic', 'x-mac-cyrillic'],
];

export const singleByteCodecs = (): Codec[] => [
  singleByte('ascii', 'US-ASCII', () => allBytes.slice(0, 128)),
  singleByte('iso-8859-1', 'ISO-8859-1', () => allBytes),
  singleByte('null', undefined, () => ['\0']),
  // Part 9 and part 11 are what a TextDecoder takes for pages of Windows: they differ in the control characters only.
  ...isoParts.map((part) => singleByte(`iso-8859-${part}`, `ISO-8859-${part}`, () => isoTable(part))),
  singleByte('iso-8859-16', 'ISO-8859-16', () => [...allBytes.slice(0, 161), ...latin10]),
  singleByte('cp1252', 'windows-1252', () => [...allBytes.slice(0, 128), ...windows1252, ...allBytes.slice(160)]),
  ...windowsPages.map((page) => singleByte(`cp${page}`, `windows-${page}`, () => decoded(`windows-${page}`, true))),
  ...others.map(([name, mime, label]) => singleByte(name, mime, () => decoded(label, label === 'windows-874'))),
  singleByte('cp437', 'IBM437', upperHalf(cp437)),
  singleByte('cp850', 'IBM850', upperHalf(cp850)),
];

function isoTable(part: number): Meanings {
  return decoded(`iso-8859-${part}`, false).map((c, byte) =>
    byte >= 0x80 && byte < 0xa0 ? (allBytes[byte] as string) : c,
  );
}
