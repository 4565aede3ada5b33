/** The format of sprintf taken apart (perlfunc sprintf): `%[index$][flags][vector][width][.precision][size]letter`. */

/** A number in the format, or where the argument with it is: the next one (0), or an explicit index. */
export type Amount = { readonly value: number } | { readonly argument: number } | null;

export interface Directive {
  readonly kind: typeof DIRECTIVE;
  /** no arguments but the value, no vector: width and precision are known */
  readonly plain: boolean;
  readonly fixedWidth: number;
  readonly fixedPrecision: number;
  /** as written, with the percent sign */
  readonly text: string;
  /** explicit index of the argument, or 0 for the next */
  readonly index: number;
  readonly minus: boolean;
  readonly plus: '' | '+' | ' ';
  readonly zero: boolean;
  readonly alternate: boolean;
  /** %vd: null no vector; otherwise where the joining string comes from (null within: a dot) */
  readonly vector: { readonly joiner: Amount } | null;
  readonly width: Amount;
  readonly precision: Amount;
  /** hh h l ll q L V z t j */
  readonly size: string;
  readonly letter: string;
}

/** Text to copy, a directive, or something that is none (`what` as the warning shows it). */
export type Piece = TextPiece | Directive | InvalidPiece;
export interface TextPiece {
  readonly kind: typeof TEXT;
  readonly text: string;
}
export interface InvalidPiece {
  readonly kind: typeof INVALID;
  readonly text: string;
  readonly what: string;
}
export const TEXT = 0;
export const DIRECTIVE = 1;
export const INVALID = 2;

const SYNTAX =
  /%(?:(?<index>\d+)\$)?(?<flags>[-+ 0#]*)(?:(?<joiner>\*(?:\d+\$)?)?(?<vector>v)(?<zero>0?))?(?<width>\d+|\*(?:\d+\$)?)?(?<precision>\.(?:\d+|\*(?:\d+\$)?)?)?(?<size>hh|ll|[hlqLVztj])?/y;
const LETTERS = 'csdiuoxXbBeEfFgGaApDUOn%';
const VECTOR_LETTERS = 'diuoxXbBDUO';
const SPELLED_SIZES = new Set(['D', 'U', 'O']);

const cache = new Map<string, readonly Piece[]>();

/** The pieces of a format; formats are few and used often. */
export function parseFormat(format: string): readonly Piece[] {
  let pieces = cache.get(format);
  if (pieces === undefined) {
    pieces = parse(format);
    if (cache.size > 500) cache.clear();
    cache.set(format, pieces);
  }
  return pieces;
}

function parse(format: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < format.length) {
    const percent = format.indexOf('%', at);
    if (percent < 0) break;
    if (percent > at) pieces.push({ kind: TEXT, text: format.slice(at, percent) });
    if (format[percent + 1] === '%') {
      pieces.push({ kind: TEXT, text: '%' });
      at = percent + 2;
      continue;
    }
    const piece = directiveAt(format, percent);
    pieces.push(piece);
    at = percent + piece.text.length;
  }
  if (at < format.length) pieces.push({ kind: TEXT, text: format.slice(at) });
  return pieces;
}

function directiveAt(format: string, at: number): Piece {
  SYNTAX.lastIndex = at;
  const m = SYNTAX.exec(format) as RegExpExecArray;
  const end = SYNTAX.lastIndex;
  const letter = format[end] ?? '';
  const directive = describe(m, letter, format.slice(at, end + 1));
  return isValid(directive) ? directive : invalidPiece(format, at, end);
}

/** What is copied as it stands: through the character that was not understood (a `0$` is not). */
function invalidPiece(format: string, at: number, end: number): Piece {
  const whole = format.slice(at, end + 1);
  const invalid = ZERO_INDEX.exec(whole)?.[0] ?? whole;
  return {
    kind: INVALID,
    text: invalid,
    what: end >= format.length && invalid === '%' ? 'end of string' : `"${displayed(invalid)}"`,
  };
}

const ZERO_INDEX = /^%(?:[^$]*\*)?0+\$/;

/** Unprintable characters as octal escapes, of the UTF-8 form if need be. */
function displayed(text: string): string {
  return text.replace(/[^ -~]/g, (ch) => {
    const bytes = ch.charCodeAt(0) > 0xff ? Buffer.from(ch, 'utf8').subarray(0, 1) : Buffer.from(ch, 'latin1');
    return `\\${(bytes[0] as number).toString(8).padStart(3, '0')}`;
  });
}

function describe(m: RegExpExecArray, letter: string, text: string): Directive {
  const part = m.groups as Record<string, string | undefined>;
  const flags = part['flags'] as string;
  const width = amount(part['width']);
  const precision = amount(part['precision']?.slice(1));
  const given = [width, precision].every((a) => a === null || 'value' in a);
  return {
    kind: DIRECTIVE,
    plain: given && part['index'] === undefined && part['vector'] === undefined && letter !== 'n' && letter !== '%',
    fixedWidth: width !== null && 'value' in width ? width.value : 0,
    fixedPrecision: precision !== null && 'value' in precision ? precision.value : -1,
    text,
    index: Number(part['index'] ?? 0),
    minus: flags.includes('-'),
    plus: flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '',
    zero: flags.includes('0') || part['zero'] === '0',
    alternate: flags.includes('#'),
    vector: part['vector'] === undefined ? null : { joiner: amount(part['joiner']) },
    width,
    precision,
    size: SPELLED_SIZES.has(letter) ? '' : (part['size'] ?? ''),
    letter,
  };
}

/** Digits (none are 0), or a star with or without an index. */
function amount(text: string | undefined): Amount {
  if (text === undefined) return null;
  return text.startsWith('*') ? { argument: Number(text.slice(1, -1)) } : { value: Number(text) };
}

function isValid(d: Directive): boolean {
  if (d.letter === '' || !LETTERS.includes(d.letter) || ZERO_INDEX.test(d.text)) return false;
  if (d.vector !== null && !VECTOR_LETTERS.includes(d.letter)) return false;
  return !('aAeEfFgG'.includes(d.letter) && (d.size === 'h' || d.size === 'hh'));
}
