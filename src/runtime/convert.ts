/**
 * Conversions of Perl values (perldata "Scalar values"; perlop; semantics of SvPV, SvNV, SvIV, SvUV, SvTRUE). Objects
 * with overloading come in through `overloading`, which interpreter/operators/overload fills in.
 */
import { active, type Op } from './active.js';
import { formatDouble, formatNumber } from './format-number.js';
import { notNumeric } from './numeric-warning.js';
import { normalInteger, looksNumeric, quickNumber, scanNumber } from './numeric.js';
import { Dual, FlaggedString, FloatInteger, addressOf, referentOf, type PerlValue } from './value.js';
import { stringifyRef } from './stringify-ref.js';

export { stringifyRef } from './stringify-ref.js';

/** What a blessed object answers when a class overloads conversion; undefined: it does not overload. */
export interface ConversionOverloads {
  string(object: PerlValue, op: Op): PerlValue | typeof NOT_OVERLOADED;
  number(object: PerlValue, op: Op): PerlValue | typeof NOT_OVERLOADED;
  boolean(object: PerlValue, op: Op): PerlValue | typeof NOT_OVERLOADED;
}

/** The answer of a class that says nothing about an operation. */
export const NOT_OVERLOADED = Symbol('not overloaded');

let overloads: ConversionOverloads | null = null;

/** Plug the interpreter's overloading in (the layers below know only this interface). */
export function setConversionOverloads(given: ConversionOverloads): void {
  overloads = given;
}

/** "$v". `which` tells the operand of a binary operation, for the uninitialized warning. */
export function str(v: PerlValue, op: Op = 'string', which = 0): string {
  if (typeof v === 'string') return v;
  if (typeof v === 'number') return (v | 0) === v ? `${v}` : formatNumber(v);
  return strSlow(v, op, which);
}

function strSlow(v: PerlValue, op: Op, which: number): string {
  if (v === undefined) {
    active().uninitialized(op, which);
    return '';
  }
  if (typeof v === 'object') return strOfObject(v, op);
  return `${v}`;
}

function strOfObject(v: PerlValue & object, op: Op): string {
  if (v instanceof Dual || v instanceof FlaggedString) return v.s;
  if (v instanceof FloatInteger) return formatDouble(v.n);
  if ('globValue' in v) return `*${v.globValue.fullName}`;
  if (overloads !== null && referentOf(v)?.blessed) {
    const answer = overloads.string(v, op);
    if (answer !== NOT_OVERLOADED) return isSameReference(answer, v) ? stringifyRef(v) : str(answer, op);
  }
  return stringifyRef(v);
}

/** Does an overload method answer with its own object (perl then stops asking)? */
function isSameReference(a: PerlValue, b: PerlValue): boolean {
  if (typeof a !== 'object') return false;
  const referent = referentOf(a);
  return referent !== null && referent === referentOf(b);
}

/** The number of a value: a double, an integer below 2**53, or a bigint IV/UV. */
export function num(v: PerlValue, op: Op = 'numeric context', which = 0): number | bigint {
  if (typeof v === 'number') return v;
  if (typeof v === 'string') return numOfString(v, op);
  return numSlow(v, op, which);
}

/** The number in a text, with the numeric warning. */
export function numOfString(text: string, op: Op, flagged = false): number | bigint {
  const quick = quickNumber(text);
  if (quick !== undefined) return quick;
  const scanned = scanNumber(text);
  if (scanned.garbage) notNumeric(text, op, flagged);
  return scanned.value;
}

/** The number that an integer is made of: a text's digits before the point are exact up to 64 bits. */
export function integral(v: PerlValue, op: Op, which: number): number | bigint {
  if (typeof v !== 'string') return num(v, op, which);
  const quick = quickNumber(v);
  // '4503599627370496.6': rounding the whole text would touch the digits before the point
  if (quick !== undefined && !v.includes('.')) return quick;
  const scanned = scanNumber(v);
  if (scanned.garbage) notNumeric(v, op);
  return scanned.whole ?? scanned.value;
}

function numSlow(v: PerlValue, op: Op, which: number): number | bigint {
  if (typeof v === 'bigint') return v;
  if (v === undefined) {
    active().uninitialized(op, which);
    return 0;
  }
  return typeof v === 'object' ? numOfObject(v, op) : 0;
}

function numOfObject(v: PerlValue & object, op: Op): number | bigint {
  if (v instanceof Dual || v instanceof FloatInteger) return v.n;
  if (v instanceof FlaggedString) return numOfString(v.s, op, true);
  if ('globValue' in v) return numOfString(`*${v.globValue.fullName}`, op);
  const referent = referentOf(v) as object & { blessed?: unknown };
  if (overloads !== null && referent.blessed) {
    const answer = overloads.number(v, op);
    if (answer !== NOT_OVERLOADED) return isSameReference(answer, v) ? addressOf(referent) : num(answer, op);
  }
  return addressOf(referent);
}

/** Perl's truth: everything but undef, 0, '' and '0'. */
export function truthy(v: PerlValue): boolean {
  if (typeof v === 'number') return v !== 0;
  if (typeof v === 'string') return v !== '' && v !== '0';
  return v !== undefined && truthySlow(v);
}

function truthySlow(v: bigint | (PerlValue & object)): boolean {
  if (typeof v === 'bigint') return true;
  if (v instanceof Dual || v instanceof FlaggedString) return v.s !== '' && v.s !== '0';
  if (v instanceof FloatInteger || 'globValue' in v) return true;
  if (overloads !== null && referentOf(v)?.blessed) {
    const answer = overloads.boolean(v, 'boolean');
    if (answer !== NOT_OVERLOADED) return isSameReference(answer, v) || truthy(answer);
  }
  return true;
}

/** The value as a double (SvNV). */
export function toNumber(v: PerlValue, op: Op = 'numeric context', which = 0): number {
  if (typeof v === 'number') return v;
  const n = num(v, op, which);
  return typeof n === 'number' ? n : Number(n);
}

const IV_MIN = -0x8000_0000_0000_0000n;
const UV_MAX = 0xffff_ffff_ffff_ffffn;

/**
 * The value as an IV (SvIV): truncated toward zero. Above the signed range it is converted as unsigned, saturating, and
 * the bits are read as signed; below it saturates; NaN is 0.
 */
export function int(v: PerlValue, op: Op = 'numeric context', which = 0): number | bigint {
  const n = typeof v === 'number' ? v : integral(v, op, which);
  if (typeof n === 'number') {
    if (n < 9007199254740992 && n > -9007199254740992) return Math.trunc(n) + 0;
    return doubleToIv(n);
  }
  return n > 0x7fff_ffff_ffff_ffffn ? normalInteger(BigInt.asIntN(64, n)) : n;
}

/** C's IV from a double that is no small integer (perlapi: cast_iv). */
export function doubleToIv(n: number): number | bigint {
  if (n !== n) return 0;
  if (n <= -9223372036854775808) return IV_MIN;
  if (n < 9223372036854775808) return normalInteger(BigInt(Math.trunc(n)));
  return n < 18446744073709551616 ? normalInteger(BigInt.asIntN(64, BigInt(n))) : -1;
}

/** The value as a UV (SvUV), 0 to 2**64 - 1; negative numbers wrap. */
export function toUnsigned(v: PerlValue, op: Op = 'numeric context', which = 0): number | bigint {
  const n = typeof v === 'number' ? v : integral(v, op, which);
  if (typeof n === 'bigint') return n < 0n ? normalInteger(BigInt.asUintN(64, n)) : n;
  if (n < 9007199254740992 && n > -1) return Math.trunc(n) + 0;
  return doubleToUv(n);
}

/** C's UV from a double (perlapi: cast_uv). */
export function doubleToUv(n: number): number | bigint {
  if (n !== n) return 0;
  if (n >= 18446744073709551616) return UV_MAX;
  if (n < -9223372036854775808) return 0x8000_0000_0000_0000n;
  return normalInteger(BigInt.asUintN(64, BigInt(Math.trunc(n))));
}

/** An operand for a C int: the low 32 bits of the IV. */
export function toInt32(v: PerlValue, op: Op = 'numeric context', which = 0): number {
  const n = int(v, op, which);
  return typeof n === 'number' ? n | 0 : Number(BigInt.asIntN(32, n));
}

/** Is the value a reference? */
export function looksLikeReference(v: PerlValue): boolean {
  return typeof v === 'object' && referentOf(v) !== null;
}

/** Scalar::Util looks_like_number. */
export function looksLikeNumber(v: PerlValue): boolean {
  if (typeof v === 'number' || typeof v === 'bigint') return true;
  if (typeof v === 'string') return looksNumeric(v);
  // A dualvar is judged by its text: false ('') does not look like a number.
  if (v instanceof FlaggedString || v instanceof Dual) return looksNumeric(v.s);
  return v instanceof FloatInteger;
}
