/**
 * Text to number as perl reads it (perlnumber, perlop "Quote and Quote-like Operators" apart): grok_number's grammar,
 * IV/UV exactness, and a double for everything else.
 */

/** Leading blanks, sign, then digits, fraction, exponent. What follows the match is garbage. */
const DECIMAL = /[ \t\n\r\f\v]*([+-]?)(?:([0-9]+)(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?/y;
const SPECIAL =
  /[ \t\n\r\f\v]*([+-]?)(?:(inf(?:inity)?|1\.?#inf)|(1\.?#)?(?:nan[qs]?|qnan|snan|ind)(?:\((?:0x[0-9a-f]+|0b[01]+|[0-9]+)\))?)/iy;
const BLANKS = /[ \t\n\r\f\v]*/y;

const UV_MAX = 0xffff_ffff_ffff_ffffn;
const IV_MIN = -0x8000_0000_0000_0000n;

/** What a text says as a number. */
export interface ScannedNumber {
  readonly value: number | bigint;
  /** is anything but blanks left over, or is there no number at all? */
  readonly garbage: boolean;
  /** digits only: perl holds it as an integer if it fits in 64 bits */
  readonly integer: boolean;
  /** what an integer is made of, where that is not the value truncated: the digits before a point are exact */
  readonly whole?: number | bigint;
}

/** The value of a numeric string; no warning is raised here. */
export function parseNumber(text: string): number | bigint {
  const quick = quickNumber(text);
  return quick === undefined ? scanNumber(text).value : quick;
}

/**
 * Strings that JavaScript and Perl read alike: they begin with 1 to 9 and end in a digit, so no blanks, no hexadecimal,
 * no Infinity.
 */
export function quickNumber(text: string): number | undefined {
  const first = text.charCodeAt(0);
  if (!(first >= 0x31 && first <= 0x39)) return text === '0' ? 0 : undefined;
  const last = text.charCodeAt(text.length - 1);
  if (last < 0x30 || last > 0x39) return undefined;
  const n = Number(text);
  return n < 9007199254740992 ? n : undefined;
}

/** The whole grammar. */
export function scanNumber(text: string): ScannedNumber {
  DECIMAL.lastIndex = 0;
  const m = DECIMAL.exec(text);
  if (m === null || text[DECIMAL.lastIndex] === '#') return scanSpecial(text, m);
  const integer = m[2] !== undefined && m[3] === undefined && m[4] === undefined;
  const garbage = text !== '0 but true' && !onlyBlanksFrom(text, DECIMAL.lastIndex);
  if (garbage || m[2] === undefined || m[4] !== undefined) return { value: Number(m[0]), garbage, integer };
  const whole = integerValue(m[2], m[1] === '-');
  return { value: integer ? whole : Number(m[0]), garbage, integer, whole };
}

/** Inf and NaN in all spellings of C and Windows. */
function scanSpecial(text: string, decimal: RegExpExecArray | null): ScannedNumber {
  SPECIAL.lastIndex = 0;
  const m = SPECIAL.exec(text);
  if (m === null) return { value: decimal === null ? 0 : Number(decimal[0]), garbage: true, integer: decimal === null };
  const garbage = !onlyBlanksFrom(text, SPECIAL.lastIndex);
  if (m[2] === undefined) return { value: NaN, garbage, integer: false };
  return { value: m[1] === '-' ? -Infinity : Infinity, garbage, integer: false };
}

/** Do only blanks follow from here? (They are allowed after a number.) */
function onlyBlanksFrom(text: string, at: number): boolean {
  BLANKS.lastIndex = at;
  BLANKS.exec(text);
  return BLANKS.lastIndex === text.length;
}

/** Digits as IV or UV if they fit, else as a double. */
function integerValue(digits: string, negative: boolean): number | bigint {
  const n = Number(digits);
  if (n < 9007199254740992) return negative ? 0 - n : n;
  if (n > 1.9e19) return negative ? -n : n;
  const exact = BigInt(digits);
  if (negative) return -exact >= IV_MIN ? normalInteger(-exact) : -n;
  return exact <= UV_MAX ? normalInteger(exact) : n;
}

/** A bigint, or a number if it is within +-(2**53 - 1): the form PerlValue prescribes. */
export function normalInteger(n: bigint): number | bigint {
  return n <= 9007199254740991n && n >= -9007199254740991n ? Number(n) : n;
}

/** perlapi looks_like_number for a text. */
export function looksNumeric(text: string): boolean {
  if (quickNumber(text) !== undefined) return true;
  return text === '0 but true' || !scanNumber(text).garbage;
}
