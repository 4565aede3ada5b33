import type { Deref, Expr, Sigil, Var } from './ast.js';
import type { BraceToken, CastToken, GroupToken, VariableToken } from './flat.js';
import { warnScalarSlice } from './lexical-warnings.js';
import type { Resolver } from './resolver.js';
import { Row } from './row.js';

/** perldata and perlref: variables, dereferences and the subscripts that follow them at once. */

type Container = (sigil: Sigil) => Var | Deref;

/** `$x`, `@x`, `$x[0]`, `@x{...}`, `&x(...)`, `*x{IO}`, `$#x` */
export function variable(r: Resolver, row: Row, token: VariableToken): Expr {
  const line = r.line(token.at);
  const { name } = token;
  const container: Container = (sigil) => ({ type: 'Var', sigil, name, line });
  if (token.sigil === '&') return namedCall(r, row, token, line);
  return withSubscript(r, row, token.sigil, container, line);
}

/** `$$x`, `@{...}`, `$$x[0]`, `&$code(...)`, `$#{...}` */
export function dereference(r: Resolver, row: Row, token: CastToken): Expr {
  const line = r.line(token.at);
  const expr = castOperand(r, token.inner);
  const container: Container = (sigil) => ({ type: 'Deref', sigil, expr, line });
  if (token.sigil !== '&') return withSubscript(r, row, token.sigil, container, line);
  const next = row.peek();
  if (next?.kind !== 'parens') return { type: 'CallRef', callee: expr, args: null, line };
  row.take();
  return { type: 'CallRef', callee: expr, args: r.list(next.items, next.end - 1), line };
}

function castOperand(r: Resolver, inner: VariableToken | CastToken | BraceToken): Expr {
  if (inner.kind === 'variable') return { type: 'Var', sigil: '$', name: inner.name, line: r.line(inner.at) };
  if (inner.kind === 'cast') {
    return { type: 'Deref', sigil: '$', expr: castOperand(r, inner.inner), line: r.line(inner.at) };
  }
  return blockValue(r, inner);
}

/** The value of `{ ... }` (`{{ ... }}` holds a hash) in a dereference or before the arguments of print: an expression, else a block. */
export function blockValue(r: Resolver, braces: BraceToken): Expr {
  const [only] = braces.body;
  if (braces.body.length === 1 && only?.kind === 'block' && !only.cont) return anonHash(r, only.body);
  if (braces.body.length === 1 && only?.kind === 'simple' && !startsDeclaration(only.items[0])) {
    const row = new Row(only.items, braces.end - 1);
    const expr = r.expression(row, 0);
    if (row.atEnd) return expr;
    if (!isModifierNext(row)) r.unexpected(row);
  }
  return { type: 'DoBlock', body: r.passes.block(r, braces, true), line: r.line(braces.at) };
}

/** `{ LIST }` as the constructor of a hash */
export function anonHash(r: Resolver, braces: BraceToken): Expr {
  const line = r.line(braces.at);
  if (braces.body.length === 0) return { type: 'AnonHash', items: [], line };
  const content = keyList(r, { ...braces, key: null });
  return { type: 'AnonHash', items: content.type === 'List' && !content.paren ? content.items : [content], line };
}

function startsDeclaration(token: { kind: string; text?: string } | undefined): boolean {
  return token?.kind === 'word' && /^(?:my|our|local|state|use|no)$/.test(token.text ?? '');
}

function isModifierNext(row: Row): boolean {
  const token = row.peek();
  return token?.kind === 'word' && /^(?:if|unless|while|until|for|foreach)$/.test(token.text);
}

function namedCall(r: Resolver, row: Row, token: VariableToken, line: number): Expr {
  const next = row.peek();
  if (next?.kind !== 'parens') return { type: 'Call', name: token.name, args: null, amp: true, parens: false, line };
  row.take();
  const args = r.list(next.items, next.end - 1);
  return { type: 'Call', name: token.name, args, amp: true, parens: true, line };
}

function withSubscript(r: Resolver, row: Row, sigil: Sigil | '$#', container: Container, line: number): Expr {
  if (sigil === '$#') return { type: 'LastIndex', array: container('@'), line };
  const next = row.peek();
  if (next?.kind === 'brackets') {
    if (sigil === '$') {
      row.take();
      return { type: 'Elem', array: container('@'), index: index(r, next), line };
    }
    if (sigil === '@' || sigil === '%') {
      row.take();
      const array = container('@');
      const list = sliceList(r, next);
      if (sigil === '@' && array.type === 'Var') warnScalarSlice(r, array.name, list, '[]');
      return { type: 'Slice', array, list, kv: sigil === '%', line };
    }
  }
  if (next?.kind === 'braces') {
    row.take();
    return braceSubscript(r, sigil, container, next, line);
  }
  return container(sigil);
}

function braceSubscript(r: Resolver, sigil: Sigil, container: Container, braces: BraceToken, line: number): Expr {
  if (sigil === '$') return { type: 'HElem', hash: container('%'), key: hashKey(r, braces), line };
  if (sigil === '@' || sigil === '%') {
    const hash = container('%');
    const list = keyList(r, braces);
    if (sigil === '@' && hash.type === 'Var') warnScalarSlice(r, hash.name, list, '{}');
    return { type: 'HSlice', hash, list, kv: sigil === '%', line };
  }
  return { type: 'Func', name: 'gelem', args: [container('*'), hashKey(r, braces)], parens: true, line };
}

/** What stands between the brackets of an element. */
export function index(r: Resolver, token: GroupToken): Expr {
  const items = r.list(token.items, token.end - 1);
  const [only] = items;
  if (only === undefined) r.fail('syntax error', token.end - 1, r.near(token.at, token.end));
  return items.length === 1 ? only : { type: 'List', items, paren: false, line: r.line(token.at) };
}

export function sliceList(r: Resolver, token: GroupToken): Expr {
  const items = r.list(token.items, token.end - 1);
  const [only] = items;
  return items.length === 1 && only ? only : { type: 'List', items, paren: true, line: r.line(token.at) };
}

/** `{word}` and `{-word}` are strings; `{$a,$b}` joins its keys with $; (perlvar, "$SUBSEP"). */
export function hashKey(r: Resolver, braces: BraceToken): Expr {
  const expr = keyList(r, braces);
  if (expr.type !== 'List' || expr.paren) return expr;
  const separator: Expr = { type: 'Var', sigil: '$', name: ';', line: expr.line };
  return { type: 'Func', name: 'join', args: [separator, ...expr.items], parens: true, line: expr.line };
}

export function keyList(r: Resolver, braces: BraceToken): Expr {
  const line = r.line(braces.at);
  if (braces.key !== null) return { type: 'StrLit', value: braces.key, bareword: true, line };
  const [only] = braces.body;
  const second = braces.body.find((statement, i) => i > 0 && statement.kind !== 'null');
  if (second) {
    const word = /^\w*/.exec(r.near(second.at, second.end))?.[0] ?? '';
    return r.fail('syntax error', second.at, word);
  }
  if (only?.kind !== 'simple') {
    return r.fail('syntax error', braces.end - 1, r.near(braces.at, braces.end));
  }
  const row = new Row(only.items, braces.end - 1);
  const expr = r.expression(row, 0);
  r.expectEnd(row);
  return expr;
}
