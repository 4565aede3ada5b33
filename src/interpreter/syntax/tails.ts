import type { Expr, Sigil } from './ast.js';
import type { PostfixToken } from './flat.js';
import { suspectModified } from './modifiable.js';
import type { Resolver } from './resolver.js';
import type { Row } from './row.js';
import { hashKey, index, keyList, sliceList } from './variables.js';

/**
 * What follows a term: arrows (perlref, "Using References"), subscripts whose arrow is left out between brackets, calls,
 * list slices, `++` and `--`. `subscripted`: the term ended with a subscript, so the next one needs no arrow.
 */
export function tails(r: Resolver, row: Row, start: Expr, subscripted: boolean): Expr {
  let expr = start;
  let chained = subscripted;
  for (;;) {
    const token = row.peek();
    const line = r.line(row.at);
    if (token?.kind === 'symbol' && token.text === '->') {
      row.take();
      const kind = row.peek()?.kind;
      expr = afterArrow(r, row, expr, line);
      chained = kind === 'brackets' || kind === 'braces' || kind === 'parens';
    } else if (token?.kind === 'brackets' && expr.type === 'List' && expr.paren) {
      row.take();
      expr = { type: 'ListSlice', list: expr, indices: sliceList(r, token), line };
      chained = true;
    } else if (chained && (token?.kind === 'brackets' || token?.kind === 'braces' || token?.kind === 'parens')) {
      expr = afterArrow(r, row, expr, line);
    } else return postfix(r, row, expr, line);
  }
}

function postfix(r: Resolver, row: Row, expr: Expr, line: number): Expr {
  const token = row.peek();
  if (token?.kind !== 'symbol' || (token.text !== '++' && token.text !== '--')) return expr;
  row.take();
  suspectModified(r, expr);
  return { type: 'IncDec', op: token.text, prefix: false, expr, line };
}

function afterArrow(r: Resolver, row: Row, expr: Expr, line: number): Expr {
  if (expr.type === 'Var' && (expr.sigil === '@' || expr.sigil === '%')) r.suspect();
  const token = row.take();
  switch (token?.kind) {
    case 'brackets':
      return { type: 'Elem', array: { type: 'Deref', sigil: '@', expr, line }, index: index(r, token), line };
    case 'braces':
      return { type: 'HElem', hash: { type: 'Deref', sigil: '%', expr, line }, key: hashKey(r, token), line };
    case 'parens':
      if (expr.type === 'Bareword') {
        const args = r.list(token.items, token.end - 1);
        return { type: 'Call', name: expr.name, args, amp: true, parens: true, line };
      }
      return { type: 'CallRef', callee: expr, args: r.list(token.items, token.end - 1), line };
    case 'word':
      return methodCall(r, row, expr, token.text, line);
    case 'variable':
      if (token.sigil !== '$') break;
      return methodCall(r, row, expr, { type: 'Var', sigil: '$', name: token.name, line }, line);
    case 'cast': {
      if (token.sigil !== '$') break;
      const inner: Expr =
        token.inner.kind === 'braces'
          ? keyList(r, token.inner)
          : { type: 'Var', sigil: '$', name: token.inner.kind === 'variable' ? token.inner.name : '', line };
      return methodCall(r, row, expr, { type: 'Deref', sigil: '$', expr: inner, line }, line);
    }
    case 'postfix':
      return postfixDereference(r, row, expr, token, line);
    default:
  }
  row.next--;
  return r.unexpected(row);
}

function methodCall(r: Resolver, row: Row, invocant: Expr, method: string | Expr, line: number): Expr {
  const next = row.peek();
  const object = classOf(invocant);
  if (next?.kind !== 'parens') return { type: 'MethodCall', invocant: object, method, args: [], noParens: true, line };
  row.take();
  return { type: 'MethodCall', invocant: object, method, args: r.list(next.items, next.end - 1), line };
}

/** A bareword before an arrow names a class. */
export function classOf(expr: Expr): Expr {
  if (expr.type !== 'Bareword') return expr;
  return { type: 'StrLit', value: expr.name, bareword: true, line: expr.line };
}

/** perlref, "Postfix Dereference Syntax" */
function postfixDereference(r: Resolver, row: Row, expr: Expr, token: PostfixToken, line: number): Expr {
  if (token.text === '$#*') return { type: 'LastIndex', array: { type: 'Deref', sigil: '@', expr, line }, line };
  if (token.text === '&*') return { type: 'CallRef', callee: expr, args: null, line };
  if (token.text.endsWith('*')) return { type: 'Deref', sigil: token.text[0] as Sigil, expr, line };
  const kv = token.text === '%';
  const subscript = row.take();
  if (subscript?.kind === 'brackets') {
    return { type: 'Slice', array: { type: 'Deref', sigil: '@', expr, line }, list: sliceList(r, subscript), kv, line };
  }
  if (subscript?.kind === 'braces') {
    return { type: 'HSlice', hash: { type: 'Deref', sigil: '%', expr, line }, list: keyList(r, subscript), kv, line };
  }
  row.next--;
  return r.unexpected(row);
}
