/**
 * Sets of characters: bracketed classes, \d \w \s \h \v, POSIX classes, \p{...} (perlrecharclass). A set is written as
 * JavaScript twice: for targets whose characters are all <= 0xFF every membership is worked out here (so Perl's rules
 * for bytes hold), for wide targets it becomes a class of the `v` flag.
 */

/** Which characters \w and friends mean: d and l: ASCII in byte strings; u: Unicode; a, aa: ASCII only. */
export type Charset = 'd' | 'l' | 'u' | 'a' | 'aa';

/** `code` holds the inside of a `v` class: for Unicode rules, and for ASCII rules (or null: the same). */
export interface NamedClass {
  readonly unicode: string;
  readonly ascii: string | null;
}

export type SetItem =
  | { readonly low: number; readonly high: number }
  | { readonly named: NamedClass; readonly negated: boolean };

export interface CharSet {
  readonly items: SetItem[];
  readonly negated: boolean;
  /** under /i */
  readonly fold: boolean;
  readonly charset: Charset;
}

const HORIZONTAL = '\\t \\u{a0}\\u{1680}\\u{2000}-\\u{200a}\\u{202f}\\u{205f}\\u{3000}';
const WORD = '\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u{200c}\\u{200d}';
const GRAPH = '\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Cf}\\p{Co}';
const ASCII_PUNCT = '\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e';

export const namedClasses = {
  digit: { unicode: '\\p{Nd}', ascii: '0-9' },
  word: { unicode: WORD, ascii: '0-9A-Za-z_' },
  space: { unicode: '\\p{White_Space}', ascii: '\\t-\\r ' },
  horizontal: { unicode: HORIZONTAL, ascii: null },
  vertical: { unicode: '\\n-\\r\\u{85}\\u{2028}\\u{2029}', ascii: null },
  alpha: { unicode: '\\p{Alphabetic}', ascii: 'A-Za-z' },
  alnum: { unicode: '\\p{Alphabetic}\\p{Nd}', ascii: '0-9A-Za-z' },
  upper: { unicode: '\\p{Uppercase}', ascii: 'A-Z' },
  lower: { unicode: '\\p{Lowercase}', ascii: 'a-z' },
  punct: { unicode: `\\p{P}${ASCII_PUNCT}`, ascii: ASCII_PUNCT },
  graph: { unicode: GRAPH, ascii: '\\x21-\\x7e' },
  print: { unicode: `${GRAPH}\\p{Zs}`, ascii: '\\x20-\\x7e' },
  cntrl: { unicode: '\\p{Cc}', ascii: '\\0-\\x1f\\x7f' },
  xdigit: { unicode: '\\p{Hex_Digit}', ascii: '0-9A-Fa-f' },
  blank: { unicode: HORIZONTAL, ascii: '\\t ' },
  ascii: { unicode: '\\0-\\x7f', ascii: null },
} as const satisfies Record<string, NamedClass>;

/** [alpha] without regard to case, for [[:upper:]] under /i. */
const CASED: NamedClass = { unicode: '\\p{Uppercase}\\p{Lowercase}\\p{Lt}', ascii: 'A-Za-z' };

const tables = new Map<string, Uint8Array>();

/** Which of the 256 bytes are in this `v` class? */
function byteTable(inside: string): Uint8Array {
  let table = tables.get(inside);
  if (table === undefined) {
    const test = new RegExp(`[${inside}]`, 'v');
    table = Uint8Array.from({ length: 256 }, (_, code) => (test.test(String.fromCharCode(code)) ? 1 : 0));
    tables.set(inside, table);
  }
  return table;
}

function namedHas(named: NamedClass, charset: Charset, code: number): boolean {
  if (named.ascii === null || charset === 'u') return byteTable(named.unicode)[code] === 1;
  return code < 128 && byteTable(named.ascii)[code] === 1;
}

const CASE_PROPERTY = /^\\p\{(?:\w+=)?(?:L[ult]|(?:Upper|Lower|Title)case_Letter)\}$/;

/** Under /i the classes of one case mean letters of any case. */
function foldNamed(named: NamedClass, fold: boolean): NamedClass {
  if (!fold) return named;
  if (CASE_PROPERTY.test(named.unicode)) return { unicode: '\\p{LC}', ascii: null };
  const { unicode, ascii } = named;
  if (unicode === namedClasses.upper.unicode || unicode === namedClasses.lower.unicode) {
    return ascii === null ? { unicode: CASED.unicode, ascii } : CASED;
  }
  return unicode === 'A-Z' || unicode === 'a-z' ? { unicode: 'A-Za-z', ascii } : named;
}

/** The other cases of a character, itself excluded. */
export function otherCases(code: number, charset: Charset, wide: boolean): number[] {
  const asciiOnly = !wide && (charset === 'd' || charset === 'l');
  if (code >= 128 && asciiOnly) return [];
  const char = String.fromCodePoint(code);
  const out: number[] = [];
  const lower = char.toLowerCase();
  const upper = char.toUpperCase();
  for (const other of [lower, upper, lower.toUpperCase(), upper.toLowerCase(), ...(EXTRA_CASES[char] ?? '')]) {
    const otherCode = other.codePointAt(0)!;
    if (other === char || other.length !== (otherCode > 0xffff ? 2 : 1) || out.includes(otherCode)) continue;
    if (!wide && otherCode > 0xff) continue;
    if (charset === 'aa' && code < 128 !== otherCode < 128) continue;
    out.push(otherCode);
  }
  return out;
}

/** Cases that toLowerCase and toUpperCase do not lead to (CaseFolding.txt). */
const EXTRA_CASES: Record<string, string> = {
  k: '\u212a',
  K: '\u212a',
  s: '\u017f',
  S: '\u017f',
  '\u00e5': '\u212b',
  '\u00c5': '\u212b',
  '\u00b5': '\u03bc',
  '\u03bc': '\u00b5',
  '\u03c3': '\u03c2',
  '\u03c2': '\u03c3',
  '\u03a3': '\u03c2',
};

/** The members of a set among the 256 bytes. */
export function byteMembers(set: CharSet): Uint8Array {
  const bits = new Uint8Array(256);
  for (const item of set.items) {
    for (let code = 0; code < 256; code++) {
      const inside =
        'named' in item
          ? namedHas(foldNamed(item.named, set.fold), set.charset, code) !== item.negated
          : code >= item.low && code <= item.high;
      if (!inside) continue;
      bits[code] = 1;
      if (set.fold && !('named' in item)) for (const other of otherCases(code, set.charset, false)) bits[other] = 1;
    }
  }
  if (set.negated) for (let code = 0; code < 256; code++) bits[code] = bits[code] === 1 ? 0 : 1;
  return bits;
}

/** One character as JavaScript pattern text. */
export function escapeCode(code: number): string {
  if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) {
    return String.fromCharCode(code);
  }
  if (code === 32 || code === 95) return String.fromCharCode(code);
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  return `\\u{${code.toString(16)}}`;
}

function rangeText(low: number, high: number): string {
  if (low === high) return escapeCode(low);
  return `${escapeCode(low)}${high === low + 1 ? '' : '-'}${escapeCode(high)}`;
}

/** A class for targets of bytes. */
export function byteClass(set: CharSet): string {
  const bits = byteMembers(set);
  const count = bits.reduce((sum, bit) => sum + bit, 0);
  if (count === 256) return '[^]';
  if (count === 0) return '[]';
  const wanted = count > 128 ? 0 : 1;
  let text = '';
  let ranges = 0;
  for (let code = 0; code < 256; code++) {
    if (bits[code] !== wanted) continue;
    const low = code;
    while (code < 255 && bits[code + 1] === wanted) code++;
    text += rangeText(low, code);
    ranges++;
  }
  if (wanted === 1 && ranges === 1 && count === 1) return text;
  return wanted === 1 ? `[${text}]` : `[^${text}]`;
}

/** Not `[^]`: V8 11.3 takes `[^]+` under the `v` flag for a single character. */
const EVERYTHING = '[\\0-\\u{10ffff}]';

/** A class of the `v` flag, for wide targets. */
export function wideClass(set: CharSet): string {
  let text = '';
  for (const item of set.items) {
    if ('named' in item) {
      const named = foldNamed(item.named, set.fold);
      const ascii = set.charset === 'a' || set.charset === 'aa';
      const inside = ascii && named.ascii !== null ? named.ascii : named.unicode;
      text += item.negated ? `[^${inside}]` : inside;
    } else text += rangeText(item.low, item.high) + (set.fold ? foldedRange(item.low, item.high, set.charset) : '');
  }
  if (text === '') return set.negated ? EVERYTHING : '[]';
  return set.negated ? `[^${text}]` : `[${text}]`;
}

/** The other cases of the characters in a range (of a sensible length). */
function foldedRange(low: number, high: number, charset: Charset): string {
  let text = '';
  for (let code = low; code <= Math.min(high, low + 0x600); code++) {
    for (const other of otherCases(code, charset, true)) if (other < low || other > high) text += escapeCode(other);
  }
  return text;
}
