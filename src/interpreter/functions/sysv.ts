/**
 * The rows of the eleven builtins (perlfunc, "Keywords related to System V interprocess communication functions"). Their
 * operands (letter V) are compiled as rvalues that may turn out to be variables: FETCH runs when the builtin reads the
 * operand, and an element that does not exist is not made.
 */
import { FALSE_MINUS_ONE, type Result } from '../../builtins/results.js';
import { type BuiltinName, type BuiltinRow, builtinTable } from '../../builtins/table.js';
import type { Op } from '../../runtime/active.js';
import { Dual, type PerlValue, type Slot } from '../../runtime/value.js';
import { interp } from '../core/interp.js';
import type { CoreFunction, CoreFunctionTable } from './core-function.js';
import { sysvOf } from '../sysv/sysv.js';

const falseMinusOne = new Dual(-1, '');

export const sysvFunctions: CoreFunctionTable = Object.fromEntries(
  Object.entries(builtinTable as Record<string, BuiltinRow>).map(([name, row]) => [
    name,
    coreFunction(name as BuiltinName, row),
  ]),
);

function coreFunction(name: BuiltinName, { operands }: BuiltinRow): CoreFunction {
  return {
    operands: 'V'.repeat(operands.length),
    returns: 's',
    fn: (op: Op, ...given: Slot[]) => run(name, op, given),
  };
}

function run(name: BuiltinName, op: Op, operands: readonly Slot[]): PerlValue {
  const { host, builtins } = sysvOf(interp());
  const builtin = builtins[name] as (...operands: readonly Slot[]) => Result;
  return host.during({ op, operands }, () => value(builtin(...operands)));
}

function value(result: Result): PerlValue {
  return result === FALSE_MINUS_ONE ? falseMinusOne : result;
}
