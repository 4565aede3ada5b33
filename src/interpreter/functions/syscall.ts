/** syscall (perlfunc): integers are passed as they are, strings as the address of their bytes, which the call may change. */
import { makeScratch, type Scratch } from '../../libc/scratch.js';
import { sys } from '../../libc/results.js';
import type { Op } from '../../runtime/active.js';
import { int, str } from '../../runtime/convert.js';
import { Scalar } from '../../runtime/scalar.js';
import type { PerlValue, Slot } from '../../runtime/value.js';
import { fail, perl } from '../io/perl.js';
import { internalForm } from '../library/text.js';
import { interruptedOnce } from '../process/signal-delivery.js';

/** The number of the call and what it gets. */
const MOST = 8;

type Long = number | bigint;

/** A string operand while the call runs. */
interface Lent {
  readonly variable: Scalar;
  readonly text: string;
  readonly memory: Scratch;
}

export function syscall(op: Op, number: PerlValue, operands: readonly Slot[]): PerlValue {
  if (operands.length >= MOST) return perl().die('Too many args to syscall');
  const lent: Lent[] = [];
  const values = operands.map((operand) => valueOf(op, operand, lent));
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0] = values;
  const result = interruptedOnce(() => sys.syscall_any(int(number, op), a, b, c, d, e, f, g));
  lent.forEach(takeBack);
  if (result >= 0) return result;
  fail(result);
  return -1;
}

function valueOf(op: Op, operand: Slot, lent: Lent[]): Long {
  const variable = operand instanceof Scalar ? operand : new Scalar(operand);
  const value = variable.v;
  if (typeof value === 'number' || typeof value === 'bigint') return int(value, op);
  if (value === undefined && variable.readonly) return 0;
  if (variable.readonly) return perl().die('Modification of a read-only value attempted');
  const text = String(internalForm(value === undefined ? '' : str(value, op)));
  const memory = makeScratch((text.length + 8) & ~7);
  memory.bytes.set(Buffer.from(text, 'latin1'));
  lent.push({ variable, text, memory });
  return memory.address;
}

function takeBack({ variable, text, memory }: Lent): void {
  const after = Buffer.from(memory.bytes.buffer).toString('latin1', 0, text.length);
  if (after !== text) variable.v = after;
}
