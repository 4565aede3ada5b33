/** Encodings by name and alias (perldoc Encode::Supported, Encode::Alias). */
import type { Codec } from './codec.js';
import { multiByteCodecs } from './multi-byte.js';
import { singleByteCodecs } from './single-byte.js';
import { unicodeCodecs } from './unicode.js';

let codecs: ReadonlyMap<string, Codec> | undefined;

/** All encodings by their names in lower case; made when one is asked for. */
export function allCodecs(): ReadonlyMap<string, Codec> {
  codecs ??= new Map(
    [...singleByteCodecs(), ...unicodeCodecs(), ...multiByteCodecs()].map((codec) => [codec.name.toLowerCase(), codec]),
  );
  return codecs;
}

/** Latin-5 and its like are parts of ISO 8859 with other numbers. */
const latinParts: Readonly<Record<string, number>> = {
  1: 1,
  2: 2,
  3: 3,
  4: 4,
  5: 9,
  6: 10,
  7: 13,
  8: 14,
  9: 15,
  10: 16,
};
const scripts: Readonly<Record<string, number>> = { arabic: 6, cyrillic: 5, greek: 7, hebrew: 8, thai: 11 };

/** Patterns of aliases, in the order they are tried, and the names they stand for. */
const aliases: readonly (readonly [RegExp, (m: RegExpExecArray) => string])[] = [
  [/^(?:us-?ascii|ascii|646|c|iso[-_]?646(?:[-_]us)?|ansi[-_]x3[-_.]4[-_]19(?:68|86))$/, () => 'ascii'],
  [/^utf-?8$/, () => 'utf-8-strict'],
  [/^(?:utf-8-strict|strict-utf-?8)$/, () => 'utf-8-strict'],
  [/^utf-?(7|16|32)(?:-?([bl]e))?$/, (m) => `utf-${m[1]}${m[2] ?? ''}`],
  [/^(?:ucs-?2-?le|utf-?16le-?ucs2)$/, () => 'ucs-2le'],
  [/^(?:ucs-?2(?:-?be)?|iso-10646-1)$/, () => 'ucs-2be'],
  [/^(?:ucs-?4(?:-?be)?)$/, () => 'utf-32be'],
  [/^ucs-?4-?le$/, () => 'utf-32le'],
  [/^(?:iso[-_ ]?8859[-_ ]?)(\d+)$/, (m) => `iso-8859-${m[1]}`],
  [/^(?:iso[-_]?)?latin[-_]?(\d+)$/, (m) => `iso-8859-${latinParts[m[1] as string] ?? 0}`],
  [/^l(\d)$/, (m) => `iso-8859-${latinParts[m[1] as string] ?? 0}`],
  [/^(arabic|cyrillic|greek|hebrew|thai)$/, (m) => `iso-8859-${scripts[m[1] as string]}`],
  [/^win(?:dows)?[-_]?(latin1|\d{3,4})$/, (m) => `cp${m[1] === 'latin1' ? '1252' : m[1]}`],
  [/^(?:ibm|ms)[-_]?(\d{2,4})$/, (m) => `cp${m[1]}`],
  [/^cp[-_]?(\d{2,4})$/, (m) => `cp${m[1]}`],
  [/^koi8[-_ ]?([ru])$/, (m) => `koi8-${m[1]}`],
  [/^(?:macintosh|mac-?roman)$/, () => 'macroman'],
  [/^(?:s-?jis|shift[-_\s]*jis|x-sjis)$/, () => 'shiftjis'],
  [/^(?:windows-31j)$/, () => 'cp932'],
  [/^(?:ujis|(?:x[-_])?euc[-_]?jp)$/, () => 'euc-jp'],
  [/^iso[-_]2022[-_]jp$/, () => 'iso-2022-jp'],
  [/^jis$/, () => '7bit-jis'],
  [/^(?:(?:x[-_])?euc[-_]?kr|ks_c_5601-1987|ksc5601)$/, () => 'euc-kr'],
  [/^(?:uhc|(?:x-)?windows-949)$/, () => 'cp949'],
  [/^(?:(?:x[-_])?euc[-_]?cn|gb[-_ ]?2312.*)$/, () => 'euc-cn'],
  [/^gbk$/, () => 'cp936'],
  [/^(?:big-?5(?:-?et(?:en)?)?|tca)$/, () => 'big5-eten'],
];

/** The codec a name or alias means. */
export function codecNamed(name: string): Codec | undefined {
  const lower = name.toLowerCase();
  const exact = allCodecs().get(lower);
  if (exact !== undefined) return exact;
  const plain = lower.replaceAll('_', '-').replaceAll(' ', '-');
  for (const [pattern, target] of aliases) {
    const match = pattern.exec(lower) ?? pattern.exec(plain);
    if (match !== null) return allCodecs().get(target(match));
  }
  return undefined;
}
