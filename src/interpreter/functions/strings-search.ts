/** index, rindex, length, ord, chr (perlfunc). Positions count characters. */
import { active, type Op } from '../../runtime/active.js';
import { charLength, charToUnit, fromCodePoint, isAstral, unitToChar } from '../../runtime/astral.js';
import { int, str, toNumber } from '../../runtime/convert.js';
import { GrowingString } from '../../runtime/growing-string.js';
import type { Scalar } from '../../runtime/scalar.js';
import type { PerlValue } from '../../runtime/value.js';

function position(v: PerlValue, op: Op): number {
  return typeof v === 'number' ? Math.trunc(v) : Number(int(v, op, 2));
}

export function index(op: Op, text: PerlValue, part: PerlValue, ...from: PerlValue[]): number {
  const big = str(text, op, 0);
  const little = str(part, op, 1);
  const start = from.length === 0 ? 0 : position(from[0], op);
  if (!isAstral(big)) return big.indexOf(little, start);
  const found = big.indexOf(little, charToUnit(big, Math.max(0, start)));
  return found < 0 ? -1 : unitToChar(big, found);
}

export function rindex(op: Op, text: PerlValue, part: PerlValue, ...from: PerlValue[]): number {
  const big = str(text, op, 0);
  const little = str(part, op, 1);
  if (from.length === 0) return unitToCharOrNone(big, big.lastIndexOf(little));
  const start = position(from[0], op);
  if (start < 0) return little === '' ? 0 : -1;
  return unitToCharOrNone(big, big.lastIndexOf(little, charToUnit(big, start)));
}

function unitToCharOrNone(text: string, unit: number): number {
  return unit <= 0 ? unit : unitToChar(text, unit);
}

/** undef has no length, without a warning. */
export function length(op: Op, v: PerlValue): PerlValue {
  if (typeof v === 'string') return charLength(v);
  return v === undefined ? undefined : charLength(str(v, op));
}
/** length of a variable: a string that is kept as bytes knows it. */
export function lengthOf(op: Op, target: Scalar): PerlValue {
  return target instanceof GrowingString ? target.kept.length : length(op, target.v);
}

export function ord(op: Op, v: PerlValue): number {
  return str(v, op).codePointAt(0) ?? 0;
}

const REPLACEMENT = '\ufffd';

export function chr(op: Op, v: PerlValue): string {
  if (typeof v === 'number' && v >= 0 && v <= 0xffff) return String.fromCharCode(v);
  const n = toNumber(v, op);
  if (!Number.isFinite(n)) active().die(`Cannot chr ${Number.isNaN(n) ? 'NaN' : n > 0 ? 'Inf' : '-Inf'}`);
  if (n > -1) return fromCodePoint(Math.trunc(n));
  active().warn('utf8', `Invalid negative number (${Math.trunc(n)}) in chr`);
  return REPLACEMENT;
}
