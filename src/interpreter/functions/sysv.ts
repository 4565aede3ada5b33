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
import { type PerlSysV, sysvOf } from '../sysv/sysv.js';

const falseMinusOne = new Dual(-1, '');

export const sysvFunctions: CoreFunctionTable = Object.fromEntries(
  Object.entries(builtinTable as Record<string, BuiltinRow>).map(([name, row]) => [
    name,
    coreFunction(name as BuiltinName, row),
  ]),
);

function coreFunction(name: BuiltinName, { operands, blocks }: BuiltinRow): CoreFunction {
  return { operands: 'V'.repeat(operands.length), returns: 's', fn: byArity(name, operands.length, blocks) };
}

type Builtin = (...operands: Slot[]) => Result;

/** One function for each number of operands, so that a call allocates little. */
function byArity(name: BuiltinName, count: number, blocks: boolean): CoreFunction['fn'] {
  const builtin = (sysv: PerlSysV): Builtin => sysv.builtins[name];
  const run = (op: Op, operands: readonly Slot[], call: (sysv: PerlSysV) => Result): PerlValue => {
    const perl = interp();
    const sysv = sysvOf(perl);
    const outer = sysv.host.enter({ op, operands });
    try {
      return value(call(sysv));
    } finally {
      sysv.host.leave(outer);
      // The handler of the signal that has interrupted a sleep runs before the program goes on.
      if (blocks && perl.pending[0] !== 0) perl.dispatchSignals();
    }
  };
  switch (count) {
    case 2:
      return (op: Op, a: Slot, b: Slot) => run(op, [a, b], (sysv) => builtin(sysv)(a, b));
    case 3:
      return (op: Op, a: Slot, b: Slot, c: Slot) => run(op, [a, b, c], (sysv) => builtin(sysv)(a, b, c));
    case 4:
      return (op: Op, a: Slot, b: Slot, c: Slot, d: Slot) => run(op, [a, b, c, d], (sysv) => builtin(sysv)(a, b, c, d));
    default:
      return (op: Op, a: Slot, b: Slot, c: Slot, d: Slot, e: Slot) =>
        run(op, [a, b, c, d, e], (sysv) => builtin(sysv)(a, b, c, d, e));
  }
}

function value(result: Result): PerlValue {
  return result === FALSE_MINUS_ONE ? falseMinusOne : result;
}
