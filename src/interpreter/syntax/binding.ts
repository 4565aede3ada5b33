import type { Expr } from './ast.js';

/** perlop, "Binding Operators": what stands on the right decides what `=~` does. */
export function bindMatch(target: Expr, right: Expr, negate: boolean, line: number): Expr {
  if ((right.type === 'Match' && right.kind === 'm') || right.type === 'Subst' || right.type === 'Trans') {
    if (right.target === null) return { ...right, target, negate };
  }
  return { type: 'MatchExpr', target, negate, pattern: right, line };
}
