/**
 * Characters beyond U+FFFF. A JavaScript string holds them as two code units, a Perl string as one character; the
 * functions here count as Perl does. Almost no program has such characters, so everybody first asks `astral.seen`,
 * which stays false until one is made (chr, "\x{1F600}", decoding); whoever makes one calls `noteAstral`.
 */

/** `seen`: has any character above U+FFFF been made in this process? */
export const astral = { seen: false };

const SURROGATE = /[\ud800-\udfff]/;

/** Tell the world about a new string that may hold astral characters; returns it. */
export function noteAstral(text: string): string {
  if (!astral.seen && SURROGATE.test(text)) astral.seen = true;
  return text;
}

/** Does this string have characters made of two code units? */
export function isAstral(text: string): boolean {
  return astral.seen && SURROGATE.test(text);
}

const WIDE = /[\u0100-\uffff]/;

/** Has the string a character above 0xFF? (V8 answers for one-byte strings without looking at them.) */
export function isWide(text: string): boolean {
  return WIDE.test(text);
}

/** chr: the character of a code point; beyond Unicode it is U+FFFD. */
export function fromCodePoint(codePoint: number): string {
  if (codePoint <= 0xffff) return String.fromCharCode(codePoint);
  astral.seen = true;
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd';
}

/** Is there a whole surrogate pair at code unit i? */
function pairAt(text: string, i: number): boolean {
  return (text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
}

/** length: the number of characters. */
export function charLength(text: string): number {
  return isAstral(text) ? unitToChar(text, text.length) : text.length;
}

/** The number of characters before code unit `unit`. */
export function unitToChar(text: string, unit: number): number {
  if (!astral.seen) return unit;
  let chars = 0;
  for (let i = 0; i < unit; i += pairAt(text, i) ? 2 : 1) chars++;
  return chars;
}

/** The code unit at which character number `char` begins; beyond the end it counts on as if there were more. */
export function charToUnit(text: string, char: number): number {
  if (!astral.seen) return char;
  let unit = 0;
  let left = char;
  for (; left > 0 && unit < text.length; left--) unit += pairAt(text, unit) ? 2 : 1;
  return unit + left;
}

/** The characters of a string, pairs kept together. */
export function characters(text: string): string[] {
  return isAstral(text) ? Array.from(text) : text.split('');
}

/** cmp by code point: surrogate pairs sort above U+E000..U+FFFF. */
export function compareCodePoints(a: string, b: string): number {
  if (!astral.seen) return a < b ? -1 : a > b ? 1 : 0;
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) < rank(y) ? -1 : 1;
  }
  return Math.sign(a.length - b.length);
}

/** Surrogates after all other units. */
function rank(unit: number): number {
  return (unit & 0xf800) === 0xd800 ? unit + 0x10000 : unit;
}
