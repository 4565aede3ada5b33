/** sprintf (perlfunc sprintf): arguments fetched, converted and padded as the format's directives say. */
import { active, type Op } from '../../runtime/active.js';
import { characters, charLength, fromCodePoint, isAstral } from '../../runtime/astral.js';
import { int, num, str, toNumber, toUnsigned } from '../../runtime/convert.js';
import { addressOf, type PerlValue, referentOf } from '../../runtime/value.js';
import type { CoreFunctionTable } from './core-function.js';
import { undefinedOperand } from './list-operand.js';
import { type Amount, type Directive, INVALID, parseFormat, TEXT } from './sprintf-format.js';
import { floatText, integerText, type NumberText } from './sprintf-number.js';

/** The arguments of one call, and whether all were used. */
class Arguments {
  private next = 0;
  private explicit = false;
  private missing = false;
  private readonly list: readonly PerlValue[];
  private readonly name: string;
  readonly op: Op;
  constructor(list: readonly PerlValue[], op: Op, name: string) {
    this.list = list;
    this.op = op;
    this.name = name;
  }
  /** Argument number `index`, or the next one for 0. A missing one is undef, with a warning of its own. */
  take(index: number): PerlValue | typeof MISSING {
    if (index > 0) this.explicit = true;
    const at = index > 0 ? index - 1 : this.next++;
    if (at < this.list.length) return this.list[at] ?? undefinedOperand(this.op, at);
    this.missing = true;
    return MISSING;
  }
  amount(amount: Amount): number | null {
    if (amount === null) return null;
    if ('value' in amount) return amount.value;
    const v = this.take(amount.argument);
    return v === MISSING ? 0 : Number(int(v, this.op));
  }
  /** One warning for a directive that lacked arguments, after it has been done. */
  warnMissing(): void {
    if (!this.missing) return;
    this.missing = false;
    active().warn('missing', `Missing argument in ${this.name}`);
  }
  /** Warn of arguments that no directive used; explicit indexes make that impossible to say. */
  finish(): void {
    if (!this.explicit && this.next < this.list.length)
      active().warn('redundant', `Redundant argument in ${this.name}`);
  }
}

const MISSING = Symbol('missing argument');

/** Format a list. `name` is what warnings call it: sprintf or printf. */
export function formatList(format: string, list: readonly PerlValue[], op: Op, name = 'sprintf'): string {
  const args = new Arguments(list, op, name);
  let out = '';
  let invalid = false;
  for (const piece of parseFormat(format)) {
    if (piece.kind === TEXT) out += piece.text;
    else if (piece.kind === INVALID) {
      invalid = true;
      active().warn('printf', `Invalid conversion in ${name}: ${piece.what}`);
      out += piece.text;
    } else {
      out += directive(piece, args, name);
      args.warnMissing();
    }
  }
  if (!invalid) args.finish();
  return out;
}

const HUGE = 0x1fff_ffff;
const INT_MAX = 0x7fff_ffff;

function directive(d: Directive, args: Arguments, name: string): string {
  if (d.plain && d.fixedWidth <= HUGE && d.fixedPrecision <= HUGE) {
    return one(d, args.take(0), d.fixedWidth, d.minus, d.fixedPrecision, args.op);
  }
  if (d.letter === 'n') return countWritten(args, name);
  const joiner = d.vector === null ? '' : joinerOf(d.vector.joiner, args);
  const given = args.amount(d.width) ?? 0;
  const minus = d.minus || given < 0;
  const width = Math.abs(given);
  const precision = precisionOf(d, args);
  if (width > INT_MAX || precision > INT_MAX) active().die(`Integer overflow in format string for ${name}`);
  if (width > HUGE || precision > HUGE) active().die('Numeric format result too large');
  if (d.letter === '%') return pad('%', width, minus, d.zero);
  const v = args.take(d.index);
  if (d.vector !== null) return vector(d, v, joiner, width, minus, precision, args.op);
  return one(d, v, width, minus, precision, args.op);
}

/** %n stores nothing any more, but takes its argument. */
function countWritten(args: Arguments, name: string): string {
  if (args.take(0) === MISSING) active().die(`Missing argument for %n in ${name}`);
  return '';
}

function joinerOf(joiner: Amount, args: Arguments): string {
  if (joiner === null) return '.';
  const v = args.take('argument' in joiner ? joiner.argument : 0);
  return v === MISSING ? '' : str(v, args.op);
}

/** -1: none given; a negative one from an argument counts as none. */
function precisionOf(d: Directive, args: Arguments): number {
  const precision = args.amount(d.precision);
  return precision === null || precision < 0 ? -1 : precision;
}

function one(
  d: Directive,
  v: PerlValue | typeof MISSING,
  width: number,
  minus: boolean,
  precision: number,
  op: Op,
): string {
  switch (d.letter) {
    case 's':
      return pad(cut(v === MISSING ? '' : str(v, op), precision), width, minus, d.zero);
    case 'c':
      return padCharacter(character(v === MISSING ? 0 : v, op), width, minus, d.zero);
    case 'p':
      return pad(pointer(v), width, minus, d.zero);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case 'a':
    case 'A':
      return float(d, v === MISSING ? 0 : toNumber(v, op), width, minus, precision);
    default:
      return integer(d, v === MISSING ? 0 : v, width, minus, precision, op);
  }
}

/** The first characters of a string. */
function cut(text: string, precision: number): string {
  if (precision < 0 || text.length <= precision) return text;
  return isAstral(text) ? characters(text).slice(0, precision).join('') : text.slice(0, precision);
}

function pad(text: string, width: number, minus: boolean, zero: boolean): string {
  if (text.length >= width && !isAstral(text)) return text;
  const missing = width - charLength(text);
  if (missing <= 0) return text;
  return minus ? text + ' '.repeat(missing) : (zero ? '0' : ' ').repeat(missing) + text;
}

function padNumber({ prefix, digits }: NumberText, width: number, minus: boolean, zero: boolean): string {
  const size = prefix.length + digits.length;
  if (size >= width) return prefix + digits;
  if (minus) return prefix + digits + ' '.repeat(width - size);
  return zero ? prefix + '0'.repeat(width - size) + digits : ' '.repeat(width - size) + prefix + digits;
}

function character(v: PerlValue, op: Op): string {
  const n = num(v, op);
  if (typeof n === 'number' && !Number.isFinite(n)) active().die(`Cannot printf ${str(n, op)} with 'c'`);
  const code = int(n, op);
  if (code < 0) {
    const hex = BigInt.asUintN(64, BigInt(code)).toString(16).toUpperCase();
    active().die(`Use of code point 0x${hex} is not allowed; the permissible max is 0x7FFFFFFFFFFFFFFF`);
  }
  return fromCodePoint(Number(code));
}

/** Perl counts the bytes of a wide character here. */
function padCharacter(text: string, width: number, minus: boolean, zero: boolean): string {
  const bytes = text.charCodeAt(0) > 0xff ? Buffer.byteLength(text) : 1;
  return pad(text, width - bytes + 1, minus, zero);
}

function pointer(v: PerlValue | typeof MISSING): string {
  const referent = v === MISSING ? null : referentOf(v);
  return referent === null ? '55d0c0000fe8' : addressOf(referent).toString(16);
}

/** Inf and NaN: as words, in integer conversions too. */
function notFinite(n: number, plus: string, width: number, minus: boolean, zero: boolean): string {
  const sign = n < 0 ? '-' : n === Infinity && plus !== '' ? '+' : '';
  return pad(sign + (n !== n ? 'NaN' : 'Inf'), width, minus, zero);
}

function float(d: Directive, n: number, width: number, minus: boolean, precision: number): string {
  if (!Number.isFinite(n)) return notFinite(n, d.plus, width, minus, d.zero);
  return padNumber(floatText(n, d.letter, d.plus, d.alternate, precision), width, minus, d.zero);
}

const PLAIN: Readonly<Record<string, string>> = { i: 'd', D: 'd', U: 'u', O: 'o' };

function integer(d: Directive, v: PerlValue, width: number, minus: boolean, precision: number, op: Op): string {
  if (
    typeof v === 'number' &&
    (v | 0) === v &&
    v >= 0 &&
    d.letter === 'd' &&
    d.size === '' &&
    d.plus === '' &&
    precision < 0
  ) {
    return pad(`${v}`, width, minus, d.zero);
  }
  const n = num(v, op);
  if (typeof n === 'number' && !Number.isFinite(n)) return notFinite(n, d.plus, width, minus, d.zero);
  const letter = PLAIN[d.letter] ?? d.letter;
  const value = letter === 'd' ? signedOfSize(int(n, op), d.size) : unsignedOfSize(toUnsigned(n, op), d.size);
  const text = integerText(value, letter, d.plus, d.alternate, precision);
  return padNumber(text, width, minus, d.zero && precision < 0);
}

function signedOfSize(n: number | bigint, size: string): number | bigint {
  if (size === 'h') return Number(BigInt.asIntN(16, BigInt(n)));
  return size === 'hh' ? Number(BigInt.asIntN(8, BigInt(n))) : n;
}

function unsignedOfSize(n: number | bigint, size: string): number | bigint {
  if (size === 'h') return Number(BigInt.asUintN(16, BigInt(n)));
  return size === 'hh' ? Number(BigInt.asUintN(8, BigInt(n))) : n;
}

/** A version object ($^V) counts as the v-string it was made from. */
function vectorText(v: PerlValue, op: Op): string {
  const text = str(v, op);
  if (referentOf(v)?.blessed?.name !== 'version') return text;
  return text
    .replace(/^v/, '')
    .split('.')
    .map((part) => fromCodePoint(Number(part)))
    .join('');
}

/** %vd: the ordinals of a string's characters, each formatted, joined. */
function vector(
  d: Directive,
  v: PerlValue | typeof MISSING,
  joiner: string,
  width: number,
  minus: boolean,
  precision: number,
  op: Op,
): string {
  const text = v === MISSING ? '' : vectorText(v, op);
  const ordinals = characters(text).map((c) => c.codePointAt(0) as number);
  const unsigned = { ...d, plus: '' } as const;
  // A plus or blank flag marks the first number only.
  return ordinals.map((n, i) => integer(i === 0 ? d : unsigned, n, width, minus, precision, op)).join(joiner);
}

function sprintf(op: Op, format: PerlValue, list: PerlValue[]): PerlValue {
  return formatList(str(format, op), list, op);
}

export const sprintfFunctions: CoreFunctionTable = {
  sprintf: { operands: 'sl', returns: 's', fn: sprintf },
};
