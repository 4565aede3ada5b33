/** The running interpreter as file handles and processes use it. */
import type { Op } from '../../runtime/active.js';
import { type Interp, interp } from '../core/interp.js';

export function perl(): Interp {
  return interp();
}

/** Set `$!` from a result that is -errno; answers undef, as most file functions do. */
export function fail(negativeErrno: number): undefined {
  perl().errno = -negativeErrno;
  return undefined;
}

/** The name of a glob made for a variable: perl names it as the program wrote the operand (`$fh`, `$h{...}`). */
export function operandName(op: Op, operand: number): string {
  const name = typeof op === 'number' ? perl().ops[op]?.names[operand] : null;
  if (!name) return '__ANONIO__';
  if (typeof name === 'string') return name.replace(/([[{]).*$/s, (_all, open) => (open === '[' ? '[...]' : '{...}'));
  if ('choices' in name || 'uncounted' in name) return '__ANONIO__';
  return `$${name.name}${name.sigil === '@' ? '[...]' : '{...}'}`;
}
