/** Undefined values in the lists of sprintf and pack: the warning names the variable if it can be told which it is. */
import { active, type Op } from '../../runtime/active.js';
import { Dual, type PerlValue } from '../../runtime/value.js';
import { interp } from '../core/interp.js';

/** '' and 0 at once, as undef is after the warning. */
const BLANK = new Dual(0, '');

/**
 * Warn that value number `at` of a list of `count` is undefined. The operands of the operation are the format and the
 * list; their names are of use only if no array among them was flattened.
 */
export function undefinedOperand(op: Op, at: number, count: number): PerlValue {
  const plain = typeof op === 'number' && interp().ops[op]?.names.length === count + 1;
  active().uninitialized(op, plain ? at + 1 : -1);
  return BLANK;
}
