import type { Expr } from './ast.js';

/** A sub called with `&` and no parentheses stands for the sub itself after `\`, `defined`, `exists`, `goto`. */
export function subName(expr: Expr): Expr {
  if (expr.type === 'Call' && expr.amp && expr.args === null) {
    return { type: 'Var', sigil: '&', name: expr.name, line: expr.line };
  }
  if (expr.type === 'CallRef' && expr.args === null) {
    return { type: 'Deref', sigil: '&', expr: expr.callee, line: expr.line };
  }
  if (expr.type === 'List' && expr.paren && expr.items.length === 1 && expr.items[0]) {
    const inner = subName(expr.items[0]);
    return inner === expr.items[0] ? expr : { ...expr, items: [inner] };
  }
  return expr;
}
