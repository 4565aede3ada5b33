/** String operations of compiled code. */
import type { Op } from '../../runtime/active.js';
import type { Scalar } from '../../runtime/scalar.js';
import { concatAssign } from '../operators/concatenation.js';
import type { PerlValue } from '../../runtime/value.js';

/** $s .= EXPR */
export function append(s: Scalar, v: PerlValue, op: Op): PerlValue {
  const before = s.v;
  const after = concatAssign(before, v, op);
  s.v = after;
  return after;
}
/** (++$x) or ($x += 1) used as a variable */
export function incLvalue(s: Scalar, by: number): Scalar {
  if (by !== 0) s.v = ((s.v as number) ?? 0) + by;
  return s;
}
