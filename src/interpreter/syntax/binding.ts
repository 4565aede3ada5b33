import type { Expr, Trans } from './ast.js';
import { warnMatchOnList } from './lexical-warnings.js';
import { suspectModified } from './modifiable.js';
import type { Resolver } from './resolver.js';

/** `tr/a-z//` counts, and may therefore stand with what can't be changed (perlop). */
export function countsOnly(e: Trans): boolean {
  return !/[dsr]/.test(e.flags) && (e.to === '' || (e.to === e.from && !e.flags.includes('c')));
}

/** perlop, "Binding Operators": what stands on the right decides what `=~` does. */
export function bindMatch(r: Resolver, target: Expr, right: Expr, negate: boolean, line: number): Expr {
  if ((right.type === 'Match' && right.kind === 'm') || right.type === 'Subst' || right.type === 'Trans') {
    warnMatchOnList(r, target, right);
    if (right.type === 'Subst' || (right.type === 'Trans' && !countsOnly(right))) suspectModified(r, target);
    if (right.target === null) return { ...right, target, negate };
  }
  return { type: 'MatchExpr', target, negate, pattern: right, line };
}
