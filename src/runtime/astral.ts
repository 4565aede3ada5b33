/**
 * Characters beyond U+FFFF. A JavaScript string holds them as two code units, a Perl string as one character; the
 * functions here count as Perl does. Almost no program has such characters, so everybody first asks `astral.seen`,
 * which stays false until one is made (chr, "\x{1F600}", decoding); whoever makes one calls `noteAstral`.
 */

/** `seen`: has any character above U+FFFF been made in this process? */
export const astral = { seen: false };

/** Shorter strings are looked through each time. */
const SHORT = 64;

const SURROGATE = /[\ud800-\udfff]/;

/** Tell the world about a new string that may hold astral characters; returns it. */
export function noteAstral(text: string): string {
  if (!astral.seen && SURROGATE.test(text)) astral.seen = true;
  return text;
}

/** Does this string have characters made of two code units? */
export function isAstral(text: string): boolean {
  if (!astral.seen) return false;
  return text.length < SHORT ? SURROGATE.test(text) : placesIn(text).astral;
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

/** What is known of a long string that was asked about: so that walking through it is not counting from the start each time. */
interface Places {
  readonly text: string;
  readonly astral: boolean;
  /** a place in it, in code units and in characters */
  unit: number;
  char: number;
  /** all of its characters, -1 as long as nobody has asked */
  length: number;
}

const nowhere: Places = { text: '', astral: false, unit: 0, char: 0, length: 0 };
/** the last two strings, the newer one first */
let latest = nowhere;
let earlier = nowhere;

function placesIn(text: string): Places {
  if (latest.text === text) return latest;
  [latest, earlier] = [earlier, latest];
  if (latest.text !== text) latest = { text, astral: SURROGATE.test(text), unit: 0, char: 0, length: -1 };
  return latest;
}

/** Walk from a place on to a code unit, or to a character: to whatever comes first. */
function walk(text: string, from: { unit: number; char: number }, unit: number, char: number): void {
  while (from.unit < unit && from.char < char) {
    from.unit += pairAt(text, from.unit) ? 2 : 1;
    from.char++;
  }
}
/** Walk back until neither is passed any more. */
function walkBack(text: string, from: { unit: number; char: number }, unit: number, char: number): void {
  while (from.unit > unit || from.char > char) {
    from.unit -= pairAt(text, from.unit - 2) ? 2 : 1;
    from.char--;
  }
}

/** The place at a code unit or at a character, the other one being out of the question. */
function placeAt(text: string, unit: number, char: number): { unit: number; char: number } {
  const start = { unit: 0, char: 0 };
  if (text.length < SHORT) {
    walk(text, start, unit, char);
    return start;
  }
  const places = placesIn(text);
  const isBehind = places.unit > unit || places.char > char;
  const isNearStart = Math.min(unit, char) * 2 < places.unit;
  if (isBehind && isNearStart) Object.assign(places, start);
  if (isBehind && !isNearStart) walkBack(text, places, unit, char);
  walk(text, places, unit, char);
  return places;
}

const ANYWHERE = Number.POSITIVE_INFINITY;

/** length: the number of characters. */
export function charLength(text: string): number {
  if (!isAstral(text)) return text.length;
  if (text.length < SHORT) return unitToChar(text, text.length);
  const places = placesIn(text);
  if (places.length < 0) {
    const end = { unit: places.unit, char: places.char };
    walk(text, end, text.length, ANYWHERE);
    places.length = end.char;
  }
  return places.length;
}

/** The number of characters before code unit `unit`. */
export function unitToChar(text: string, unit: number): number {
  return isAstral(text) ? placeAt(text, unit, ANYWHERE).char : unit;
}

/** The code unit at which character number `char` begins; beyond the end it counts on as if there were more. */
export function charToUnit(text: string, char: number): number {
  if (!isAstral(text)) return char;
  const place = placeAt(text, text.length, char);
  return place.unit + char - place.char;
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
