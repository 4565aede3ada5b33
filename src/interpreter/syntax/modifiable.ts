import type { Expr } from './ast.js';
import type { Resolver } from './resolver.js';
import type { Row } from './row.js';

/** The named operators that may stand on the left of `=` (perlfunc), and those whose operand decides. */
const MODIFIABLE = new Set('substr vec pos keys local undef scalar shift pop'.split(' '));

/** `length($x) = 5` (perldiag "Can't modify %s in %s"), complained about where perl has read the whole assignment. */
export function checkModifiable(r: Resolver, row: Row, operator: string, left: Expr, at: number): void {
  if (operator !== '=' || left.type !== 'Func' || MODIFIABLE.has(left.name)) return;
  r.fail(`Can't modify ${left.name} in scalar assignment`, at, r.nearNext(row));
}
