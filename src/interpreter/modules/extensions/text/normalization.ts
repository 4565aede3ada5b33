/**
 * Unicode normalisation step by step (Unicode Standard Annex 15), from what JavaScript knows: its `normalize` answers
 * questions about one or two characters, from which the properties of single characters follow.
 */
import { fromCodePoint } from '../../../../runtime/astral.js';

/** A character of each canonical combining class, in the order of the classes. */
const representatives: readonly (readonly [cls: number, code: number])[] = (
  '1:334 6:16FF0 7:93C 8:3099 9:94D 10:5B0 11:5B1 12:5B2 13:5B3 14:5B4 15:5B5 16:5B6 17:5B7 18:5B8 19:5B9 20:5BB 21:5BC ' +
  '22:5BD 23:5BF 24:5C1 25:5C2 26:FB1E 27:64B 28:64C 29:64D 30:618 31:619 32:61A 33:651 34:652 35:670 36:711 84:C55 ' +
  '91:C56 103:E38 107:E48 118:EB8 122:EC8 129:F71 130:F72 132:F74 202:321 214:1DCE 216:31B 218:1DFA 220:316 222:59A ' +
  '224:302E 226:1D16D 228:5AE 230:300 232:315 233:35C 234:35D 240:345'
)
  .split(' ')
  .map((entry) => {
    const [cls, code] = entry.split(':');
    return [Number(cls), Number.parseInt(code as string, 16)] as const;
  });

export const codesOf = (text: string): number[] => Array.from(text, (c) => c.codePointAt(0) as number);
export const textOf = (codes: readonly number[]): string => codes.map(fromCodePoint).join('');

/** Does normalising put the second of two characters first? Only marks of a lower class go before others. */
function swaps(first: number, second: number): boolean {
  const text = textOf([first, second]);
  const decomposed = text.normalize('NFD');
  return decomposed !== text && decomposed === textOf([second, first]);
}

const classes = new Map<number, number>();

/** The canonical combining class; 0 for characters that others follow. */
export function combiningClass(code: number): number {
  if (code < 0x300) return 0;
  let found = classes.get(code);
  if (found === undefined) {
    found = searchClass(code);
    classes.set(code, found);
  }
  return found;
}

function searchClass(code: number): number {
  if (isSurrogate(code)) return 0;
  // Marks that decompose themselves have the class of what they begin with.
  const own = codesOf(textOf([code]).normalize('NFD'))[0] as number;
  const lowest = (representatives[0] as readonly [number, number])[1];
  const highest = (representatives.at(-1) as readonly [number, number])[1];
  if (!swaps(own, lowest) && !swaps(highest, own)) return 0;
  let [from, to] = [0, representatives.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    const [, representative] = representatives[middle] as readonly [number, number];
    if (swaps(own, representative)) from = middle + 1;
    else to = middle;
  }
  return (representatives[from] as readonly [number, number])[0];
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xe000;
export const isHangulSyllable = (code: number): boolean => code >= 0xac00 && code <= 0xd7a3;

/** The full decomposition of one character, or null if it has none. */
export function decompositionOf(code: number, compatible: boolean): string | null {
  if (code < 0xa0 || isSurrogate(code)) return null;
  const text = fromCodePoint(code);
  const decomposed = text.normalize(compatible ? 'NFKD' : 'NFD');
  return decomposed === text ? null : decomposed;
}

/** Marks whose decomposition begins with a mark (stable for ever by Unicode's policy). */
const nonStarterDecompositions = new Set([0x344, 0xf73, 0xf75, 0xf81]);
export const isNonStarterDecomposition = (code: number): boolean => nonStarterDecompositions.has(code);

/** What composing leaves of a character that decomposes; null if it stays. */
function recomposed(code: number): string | null {
  if (decompositionOf(code, false) === null) return null;
  const text = fromCodePoint(code);
  const composed = text.normalize('NFC');
  return composed === text ? null : composed;
}

/** A character that another single one stands for. */
export function isSingleton(code: number): boolean {
  const composed = recomposed(code);
  return composed !== null && codesOf(composed).length === 1;
}

/** A character that composing never makes, by decision. */
export function isExclusion(code: number): boolean {
  const composed = recomposed(code);
  return composed !== null && codesOf(composed).length > 1 && !isNonStarterDecomposition(code);
}

export const isNeverComposed = (code: number): boolean => recomposed(code) !== null;

/** The character that two compose to. */
export function compositeOf(first: number, second: number): number | null {
  if (isSurrogate(first) || isSurrogate(second)) return null;
  const pair = textOf([first, second]);
  const codes = codesOf(pair.normalize('NFC'));
  if (codes.length !== 1) return null;
  const composite = codes[0] as number;
  if (isNeverComposed(first) || isNeverComposed(second)) return null;
  return codesOf(textOf([composite]).normalize('NFD')).at(-1) === second || isHangulSyllable(composite)
    ? composite
    : null;
}

let seconds: Set<number> | undefined;

/** Where characters that decompose canonically lie. */
const composites: readonly (readonly [from: number, to: number])[] = [
  [0xc0, 0x3100],
  [0xfb00, 0xfb50],
  [0x11000, 0x12000],
  [0x1d100, 0x1d200],
];

/** Can the character be the second of a pair that composes? */
export function isSecondOfPair(code: number): boolean {
  seconds ??= findSeconds();
  return seconds.has(code);
}

function findSeconds(): Set<number> {
  const found = new Set<number>();
  for (const [from, to] of composites)
    for (let code = from; code < to; code++) {
      const parts = decompositionOf(code, false);
      if (parts !== null && !isNeverComposed(code)) found.add(codesOf(parts).at(-1) as number);
    }
  for (let vowel = 0x1161; vowel <= 0x1175; vowel++) found.add(vowel);
  for (let tail = 0x11a8; tail <= 0x11c2; tail++) found.add(tail);
  return found;
}

export function decompose(codes: readonly number[], compatible: boolean): number[] {
  return codes.flatMap((code) => {
    const parts = decompositionOf(code, compatible);
    return parts === null ? [code] : codesOf(parts);
  });
}

/** Marks in the order of their classes, behind each starter. */
export function reorder(codes: readonly number[]): number[] {
  const out: number[] = [];
  let marks: number[] = [];
  const flush = (): void => {
    out.push(...marks.sort((a, b) => combiningClass(a) - combiningClass(b)));
    marks = [];
  };
  for (const code of codes) {
    if (combiningClass(code) > 0) marks.push(code);
    else {
      flush();
      out.push(code);
    }
  }
  flush();
  return out;
}

/** Pairs composed; `contiguous`: only neighbours, so that nothing is composed across a mark between them. */
export function compose(codes: readonly number[], contiguous: boolean): number[] {
  const out: number[] = [];
  let starter = -1;
  let lastClass = 0;
  for (const code of codes) {
    const cls = combiningClass(code);
    const blocked = starter < 0 || (out.length - 1 > starter && (contiguous || lastClass === 0 || lastClass >= cls));
    const composite = blocked ? null : compositeOf(out[starter] as number, code);
    if (composite !== null) {
      out[starter] = composite;
      continue;
    }
    if (cls === 0) starter = out.length;
    lastClass = cls;
    out.push(code);
  }
  return out;
}
