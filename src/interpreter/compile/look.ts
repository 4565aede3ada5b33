import type { Expr } from '../syntax/ast.js';

/** Look through parentheses around a single expression. */
export function look(e: Expr): Expr {
  let x = e;
  while (x.type === 'List' && x.items.length === 1 && !x.qw) x = x.items[0] as Expr;
  return x;
}
