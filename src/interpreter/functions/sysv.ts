/**
 * The rows of the eleven builtins (perlfunc, "Keywords related to System V interprocess communication functions"). Their
 * operands (letter V) are compiled as rvalues that may turn out to be variables: FETCH runs when the builtin reads the
 * operand, and an element that does not exist is not made.
 */
import { FALSE_MINUS_ONE, type Result } from '../../builtins/results.js';
import { type BuiltinName, type BuiltinRow, builtinTable } from '../../builtins/table.js';
import type { Op } from '../../runtime/active.js';
import { Dual, type PerlValue, type Slot } from '../../runtime/value.js';
import { type Interp, interp } from '../core/interp.js';
import type { RunningCall } from '../sysv/perl-host.js';
import type { CoreFunction, CoreFunctionTable } from './core-function.js';
import type { PlainCall } from '../sysv/plain-calls.js';
import { type PerlSysV, sysvOf } from '../sysv/sysv.js';

const falseMinusOne = new Dual(-1, '');

export const sysvFunctions: CoreFunctionTable = Object.fromEntries(
  Object.entries(builtinTable as Record<string, BuiltinRow>).map(([name, row]) => [
    name,
    coreFunction(name as BuiltinName, row),
  ]),
);

function coreFunction(name: BuiltinName, { operands, blocks, output }: BuiltinRow): CoreFunction {
  return {
    operands: operands.map((_, index) => (index === output ? 'V' : 'v')).join(''),
    returns: 's',
    fn: byArity(name, operands.length, blocks),
  };
}

type Builtin = (...operands: Slot[]) => Result;

/** One function for each number of operands, so that a call allocates nothing. */
function byArity(name: BuiltinName, count: number, blocks: boolean): CoreFunction['fn'] {
  let known: PerlSysV | undefined;
  let builtin: Builtin;
  let plain: PlainCall | undefined;
  const find = (sysv: PerlSysV): void => {
    known = sysv;
    builtin = sysv.builtins[name];
    plain = sysv.plain[name];
  };
  switch (count) {
    case 2:
      return (op: Op, a: Slot, b: Slot): PerlValue => {
        const perl = interp();
        const sysv = sysvOf(perl);
        if (sysv !== known) find(sysv);
        const result = plain?.(a, b);
        if (result !== undefined) return finish(perl, result, blocks);
        const outer = sysv.host.enter(op, a, b);
        try {
          return value(builtin(a, b));
        } finally {
          leave(perl, sysv, outer, blocks);
        }
      };
    case 3:
      return (op: Op, a: Slot, b: Slot, c: Slot): PerlValue => {
        const perl = interp();
        const sysv = sysvOf(perl);
        if (sysv !== known) find(sysv);
        const result = plain?.(a, b, c);
        if (result !== undefined) return finish(perl, result, blocks);
        const outer = sysv.host.enter(op, a, b, c);
        try {
          return value(builtin(a, b, c));
        } finally {
          leave(perl, sysv, outer, blocks);
        }
      };
    case 4:
      return (op: Op, a: Slot, b: Slot, c: Slot, d: Slot): PerlValue => {
        const perl = interp();
        const sysv = sysvOf(perl);
        if (sysv !== known) find(sysv);
        const result = plain?.(a, b, c, d);
        if (result !== undefined) return finish(perl, result, blocks);
        const outer = sysv.host.enter(op, a, b, c, d);
        try {
          return value(builtin(a, b, c, d));
        } finally {
          leave(perl, sysv, outer, blocks);
        }
      };
    default:
      return (op: Op, a: Slot, b: Slot, c: Slot, d: Slot, e: Slot): PerlValue => {
        const perl = interp();
        const sysv = sysvOf(perl);
        if (sysv !== known) find(sysv);
        const result = plain?.(a, b, c, d, e);
        if (result !== undefined) return finish(perl, result, blocks);
        const outer = sysv.host.enter(op, a, b, c, d, e);
        try {
          return value(builtin(a, b, c, d, e));
        } finally {
          leave(perl, sysv, outer, blocks);
        }
      };
  }
}

function leave(perl: Interp, { host }: PerlSysV, outer: RunningCall | null, blocks: boolean): void {
  host.leave(outer);
  if (blocks) afterSleep(perl);
}

function finish(perl: Interp, result: PerlValue, blocks: boolean): PerlValue {
  if (blocks) afterSleep(perl);
  return result;
}

/** The handler of the signal that has interrupted a sleep runs before the program goes on. */
function afterSleep(perl: Interp): void {
  if (perl.pending[0] !== 0) perl.dispatchSignals();
}

function value(result: Result): PerlValue {
  return result === FALSE_MINUS_ONE ? falseMinusOne : result;
}
