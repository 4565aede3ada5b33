import type { Block, Cop, Expr, Stmt } from './ast.js';
import { LEVEL } from './operators.js';
import type { Resolver } from './resolver.js';
import type { Row } from './row.js';
import { whenModifier } from './topic.js';

/** perlsyn, "Statement Modifiers": `EXPR if COND` and its kin. */
export function modifiers(r: Resolver, row: Row, expr: Expr, label: string | null, line: number, cop: Cop): Stmt {
  const word = row.peek();
  const isWhen = word?.kind === 'word' && word.text === 'when' && r.env.feature('switch');
  if (word?.kind !== 'word' || !(isWhen || /^(?:if|unless|while|until|for|foreach)$/.test(word.text))) {
    return { type: 'ExprStmt', expr, line, cop };
  }
  row.take();
  const operand = r.expression(row, LEVEL.lowOr);
  const body: Block = { type: 'Block', body: [{ type: 'ExprStmt', expr, line, cop }], line, endLine: line };
  const negated: Expr = { type: 'Unary', op: '!', expr: operand, line: operand.line };
  switch (word.text) {
    case 'when':
      return whenModifier(r, operand, body, line, cop);
    case 'if':
    case 'unless': {
      const cond = word.text === 'if' ? operand : negated;
      return { type: 'If', clauses: [{ cond, body }], otherwise: null, modifier: true, line, cop };
    }
    case 'while':
    case 'until': {
      const cond = word.text === 'while' ? operand : negated;
      const doWhile = expr.type === 'DoBlock';
      return {
        type: 'While',
        label,
        cond,
        body: doWhile ? expr.body : body,
        cont: null,
        doWhile,
        modifier: true,
        line,
        cop,
      };
    }
    default:
      return { type: 'Foreach', label, variable: null, list: operand, body, cont: null, modifier: true, line, cop };
  }
}
