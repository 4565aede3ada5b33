import type { Expr } from './ast.js';
import { isNameX, LEVEL, startsTerm } from './operators.js';
import type { Resolver } from './resolver.js';
import { Row } from './row.js';

export interface Arguments {
  readonly args: Expr[];
  readonly parens: boolean;
}

/** The operands of a list operator: in parentheses, or all that follows (perlop, "Terms and List Operators"). */
export function listArguments(r: Resolver, row: Row): Arguments {
  const next = row.peek();
  if (next?.kind === 'parens') {
    row.take();
    return { args: r.list(next.items, next.end - 1), parens: true };
  }
  return { args: openArguments(r, row), parens: false };
}

/** What follows a list operator; `parens`: within its parentheses, where `and` and `or` belong to the operands. */
export function openArguments(r: Resolver, row: Row, parens = false): Expr[] {
  if (!startsTerm(row.peek(), row.peek(1))) return [];
  const expr = r.expression(row, parens ? 0 : LEVEL.comma);
  return expr.type === 'List' && !expr.paren ? expr.items : [expr];
}

/** The operand of a named unary operator, if it has one. */
export function unaryArgument(r: Resolver, row: Row): Arguments {
  const next = row.peek();
  if (next?.kind === 'parens') {
    row.take();
    return { args: r.list(next.items, next.end - 1), parens: true };
  }
  if (!startsTerm(next, row.peek(1)) && !isNameX(next)) return { args: [], parens: false };
  return { args: [r.expression(row, LEVEL.shift)], parens: false };
}

/** The row in which an operator's operands stand: what is in its parentheses, or the rest. */
export function operandRow(row: Row): { inner: Row; parens: boolean } {
  const next = row.peek();
  if (next?.kind !== 'parens') return { inner: row, parens: false };
  row.take();
  return { inner: new Row(next.items, next.end - 1), parens: true };
}
