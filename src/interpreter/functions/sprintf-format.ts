/** The format of sprintf taken apart (perlfunc sprintf): `%[index$][flags][vector][width][.precision][size]letter`. */

/** A number in the format, or where the argument with it is: the next one (0), or an explicit index. */
export type Amount = { readonly value: number } | { readonly argument: number } | null;

export interface Directive {
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
export type Piece = string | Directive | { readonly invalid: string; readonly what: string };

const DIRECTIVE =
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
    if (percent > at) pieces.push(format.slice(at, percent));
    if (format[percent + 1] === '%') {
      pieces.push('%');
      at = percent + 2;
      continue;
    }
    const piece = directiveAt(format, percent);
    pieces.push(piece);
    at = percent + (typeof piece === 'string' ? piece : 'invalid' in piece ? piece.invalid : piece.text).length;
  }
  if (at < format.length) pieces.push(format.slice(at));
  return pieces;
}

function directiveAt(format: string, at: number): Piece {
  DIRECTIVE.lastIndex = at;
  const m = DIRECTIVE.exec(format) as RegExpExecArray;
  const end = DIRECTIVE.lastIndex;
  const letter = format[end] ?? '';
  const directive = describe(m, letter, format.slice(at, end + 1));
  return isValid(directive) ? directive : invalidPiece(format, at, end);
}

/** What is copied as it stands: through the character that was not understood (a `0$` is not). */
function invalidPiece(format: string, at: number, end: number): Piece {
  const whole = format.slice(at, end + 1);
  const invalid = ZERO_INDEX.exec(whole)?.[0] ?? whole;
  return { invalid, what: end >= format.length && invalid === '%' ? 'end of string' : `"${displayed(invalid)}"` };
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
  return {
    text,
    index: Number(part['index'] ?? 0),
    minus: flags.includes('-'),
    plus: flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '',
    zero: flags.includes('0') || part['zero'] === '0',
    alternate: flags.includes('#'),
    vector: part['vector'] === undefined ? null : { joiner: amount(part['joiner']) },
    width: amount(part['width']),
    precision: amount(part['precision']?.slice(1)),
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
