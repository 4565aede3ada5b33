import type { Assign, Binary, Chain, Expr, Logical, Range } from './ast.js';
import { bindMatch } from './binding.js';
import { warnReversed } from './lexical-warnings.js';
import { checkModifiable } from './modifiable.js';
import { LEVEL, operatorAt, startsTerm } from './operators.js';
import type { Resolver } from './resolver.js';
import type { Row } from './row.js';
import { term } from './terms.js';

/** perlop, "Operator Precedence and Associativity": reads an expression of operators that bind at least this tightly. */
export function expression(r: Resolver, row: Row, level: number): Expr {
  let left = term(r, row);
  let tightest: number = LEVEL.arrow;
  for (;;) {
    const found = operatorAt(row);
    if (!found || found.operator.level < level || found.operator.level > tightest) return left;
    const line = r.line(row.at);
    switch (found.operator.shape) {
      case 'comma':
        left = commaList(r, row, left, line);
        tightest = LEVEL.comma; // after `a, b,` no `=` may follow: it belongs to the list operator before
        break;
      case 'assign':
        if (found.name === '=') warnReversed(r, row.at);
        row.take();
        left = assign(found.name, left, r.expression(row, LEVEL.assign), line);
        checkModifiable(r, row, found.name, left.left, row.at);
        break;
      case 'ternary':
        left = ternary(r, row, left, line);
        break;
      case 'chain':
        left = comparison(r, row, left, found.operator.level);
        break;
      case 'binding':
        row.take();
        left = bindMatch(r, left, r.expression(row, LEVEL.unary), found.name === '!~', line);
        break;
      default:
        if (found.name === '<<') checkHereDocument(r, row);
        row.take();
        left = binary(r, row, found.name, found.operator.level, found.operator.shape, left, line);
    }
  }
}

/** `<<NAME` that is no shift, but a here-document whose end is missing. */
function checkHereDocument(r: Resolver, row: Row): void {
  const { trouble, unfinished } = r.prepared;
  if (trouble !== null && !r.foreign && unfinished === row.at) throw trouble;
}

function assign(name: string, left: Expr, right: Expr, line: number): Assign {
  return { type: 'Assign', op: name === '=' ? '=' : name.slice(0, -1), left, right, line };
}

const LOGICAL: Record<string, Logical['op']> = {
  '&&': '&&',
  and: '&&',
  '||': '||',
  or: '||',
  '//': '//',
  xor: 'xor',
};

function binary(r: Resolver, row: Row, name: string, level: number, shape: string, left: Expr, line: number): Expr {
  const rightLevel = shape === 'right' ? level : level + 1;
  if (shape === 'isa')
    return { type: 'Binary', op: 'isa', left, right: className(r.expression(row, rightLevel)), line };
  const right = r.expression(row, rightLevel);
  const logical = LOGICAL[name];
  if (logical) return { type: 'Logical', op: logical, left, right, line };
  if (shape === 'range') return { type: 'Range', left, right, exclusive: name === '...', line } satisfies Range;
  if (name === '~~') r.env.warn('experimental::smartmatch', 'Smartmatch is experimental', line, true);
  const made: Binary = { type: 'Binary', op: name, left, right, line };
  return name === 'x' && left.type === 'List' && left.paren ? { ...made, listRepeat: true } : made;
}

/** The right side of `isa` may be a bareword class. */
function className(expr: Expr): Expr {
  return expr.type === 'Bareword' ? { type: 'StrLit', value: expr.name, bareword: true, line: expr.line } : expr;
}

function ternary(r: Resolver, row: Row, cond: Expr, line: number): Expr {
  row.take();
  const then = r.expression(row, LEVEL.assign);
  if (!row.takeSymbol(':')) r.unexpected(row);
  return { type: 'Ternary', cond, then, else: r.expression(row, LEVEL.ternary), line };
}

/** Chained comparison: `a < b <= c` compares each neighbouring pair and evaluates b once. */
function comparison(r: Resolver, row: Row, first: Expr, level: number): Expr {
  const line = r.line(row.at);
  const operands = [first];
  const ops: string[] = [];
  for (;;) {
    const found = operatorAt(row);
    if (!found || found.operator.level !== level || found.operator.shape !== 'chain') break;
    row.take();
    ops.push(found.name);
    operands.push(r.expression(row, level + 1));
  }
  const [left, right] = operands;
  const [op] = ops;
  if (ops.length === 1 && left && right && op) return { type: 'Binary', op, left, right, line };
  return { type: 'Chain', ops, operands, line } satisfies Chain;
}

function commaList(r: Resolver, row: Row, first: Expr, line: number): Expr {
  const items = [first];
  while (row.isSymbol(',') || row.isSymbol('=>')) {
    while (row.takeSymbol(',') || row.takeSymbol('=>'));
    if (!startsTerm(row.peek(), row.peek(1))) break;
    items.push(r.expression(row, LEVEL.assign));
  }
  return { type: 'List', items, paren: false, line };
}
