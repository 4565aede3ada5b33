/** String operations of compiled code. */
import type { Op } from '../../runtime/active.js';
import { GrowingString } from '../../runtime/growing-string.js';
import type { Scalar } from '../../runtime/scalar.js';
import { preDec, preInc } from '../operators/increment.js';
import { concatAssign } from '../operators/concatenation.js';
import { FlaggedString, type PerlValue } from '../../runtime/value.js';
import { internalBytes } from '../sysv/internal-bytes.js';

/** $s .= EXPR, its value not used: a string that keeps growing moves into a buffer. */
export function appendTo(s: Scalar, v: PerlValue, op: Op): void {
  if (s instanceof GrowingString) {
    if (typeof v === 'string') return s.add(v);
    if (typeof v === 'number' && (v | 0) === v && v !== -0x8000_0000) return s.kept.addInteger(v);
  }
  const before = s.v;
  if (typeof before === 'string' && typeof v === 'string' && GrowingString.become(s, before)) s.add(v);
  else s.v = concatAssign(before, v, op);
}

/** $s .= EXPR as a value */
export function append(s: Scalar, v: PerlValue, op: Op): PerlValue {
  const after = concatAssign(s.v, v, op);
  s.v = after;
  return after;
}
/** (++$x) or ($x += 1) used as a variable */
export function incLvalue(s: Scalar, by: number, op: Op): Scalar {
  if (by > 0) preInc(s, op);
  else if (by < 0) preDec(s, op);
  return s;
}

/** Under `use bytes`: the string as it lies in memory. */
export function internalForm(v: PerlValue): PerlValue {
  return typeof v === 'string' || v instanceof FlaggedString ? internalBytes(v) : v;
}

/** The operand of lc and its kin under `use feature 'unicode_strings'`: characters, whatever the string is made of. */
export function asCharacters(v: PerlValue): PerlValue {
  return typeof v === 'string' && /[\x80-\xff]/.test(v) ? new FlaggedString(v) : v;
}
