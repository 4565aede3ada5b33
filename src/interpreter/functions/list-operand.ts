/** Undefined values in the lists of sprintf and pack: the warning names the variable if it can be told which it is. */
import { active, type Op } from '../../runtime/active.js';
import { Dual, type PerlValue } from '../../runtime/value.js';

/** '' and 0 at once, as undef is after the warning. */
const BLANK = new Dual(0, '');

/** Warn that value number `at` of the list is undefined. The operands of the operation are the format and the list. */
export function undefinedOperand(op: Op, at: number): PerlValue {
  active().uninitialized(op, at + 1);
  return BLANK;
}
