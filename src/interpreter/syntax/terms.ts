import { subName } from './sub-name.js';
import type { Expr } from './ast.js';
import type { AngleToken, GroupToken, NumberToken, SubToken, SymbolToken, Token } from './flat.js';
import { LEVEL, startsTerm } from './operators.js';
import { suspectModified } from './modifiable.js';
import { warnNonPortable, warnUnderscores } from './lexical-warnings.js';
import { numberLiteral } from './numbers.js';
import { angle, hereDocument, quoteLike } from './quotes.js';
import type { ConstantKind } from './parser-env.js';
import type { Resolver } from './resolver.js';
import type { Row } from './row.js';
import { tails } from './tails.js';
import { anonHash, dereference, variable } from './variables.js';
import { wordTerm } from './words.js';

/** A term with everything that binds to it, or a prefix operator with its operand. */
export function term(r: Resolver, row: Row): Expr {
  const token = row.take();
  if (!token) return missing(r, row);
  switch (token.kind) {
    case 'variable':
      return subscriptedTails(r, row, variable(r, row, token));
    case 'cast':
      return subscriptedTails(r, row, dereference(r, row, token));
    case 'word':
      return wordTerm(r, row, token);
    case 'symbol':
      return prefix(r, row, token);
    case 'filetest':
      return fileTest(r, row, token.letter, r.line(token.at));
    default:
      return tails(r, row, literal(r, row, token), false);
  }
}

function missing(r: Resolver, row: Row): never {
  row.next--;
  row.next = row.tokens.length;
  return r.unexpected(row);
}

function subscriptedTails(r: Resolver, row: Row, expr: Expr): Expr {
  const isGlobSlot = expr.type === 'Func' && expr.name === 'gelem';
  return tails(r, row, expr, expr.type === 'Elem' || expr.type === 'HElem' || isGlobSlot);
}

type Literal = Exclude<Token, { kind: 'variable' | 'cast' | 'word' | 'symbol' | 'filetest' }>;

function literal(r: Resolver, row: Row, token: Literal): Expr {
  switch (token.kind) {
    case 'number':
      return numeric(r, token);
    case 'quote': {
      const quoted = quoteLike(r, token);
      return quoted.type === 'StrLit' ? (overloadedConstant(r, 'q', token.text, quoted) ?? quoted) : quoted;
    }
    case 'here':
      return hereDocument(r, token);
    case 'angle':
      return readline(r, token);
    case 'parens':
      return parenthesised(r, token);
    case 'brackets':
      return { type: 'AnonArray', items: r.list(token.items, token.end - 1), line: r.line(token.at) };
    case 'braces':
      return anonHash(r, token);
    case 'sub':
      return anonSub(r, token);
    case 'postfix':
      row.next--;
      return r.unexpected(row);
  }
}

/** A literal that overload::constant turns into something else: made once, when its code is loaded. */
function overloadedConstant(r: Resolver, kind: ConstantKind, source: string, literal: Expr): Expr | null {
  const handler = r.env.constantHandler?.(kind);
  if (handler === undefined) return null;
  const { line } = literal;
  const text = (value: string): Expr => ({ type: 'StrLit', value, line });
  const args = [text(handler), text(source), literal];
  return { type: 'Func', name: 'overloaded constant', args, parens: true, line };
}

function numeric(r: Resolver, token: NumberToken): Expr {
  warnNonPortable(r, token.text, r.line(token.at));
  warnUnderscores(r, token.text, r.line(token.at));
  if (/^0[xXbB]_*$/.test(token.text)) r.suspect();
  const literal = numberLiteral(token.text, r.line(token.at));
  if (literal.type !== 'NumLit') return literal;
  const plain = token.text.replaceAll('_', '');
  const kind = /^0[\dxXbBoO]/.test(plain) ? 'binary' : /^\d+$/.test(plain) ? 'integer' : 'float';
  return overloadedConstant(r, kind, plain, literal) ?? literal;
}

function readline(r: Resolver, token: AngleToken): Expr {
  return angle(r, token);
}

function parenthesised(r: Resolver, token: GroupToken): Expr {
  return { type: 'List', items: r.list(token.items, token.end - 1), paren: true, line: r.line(token.at) };
}

function anonSub(r: Resolver, token: SubToken): Expr {
  return { type: 'AnonSub', sub: r.passes.subBody(r, token, token.body, null, token.at), line: r.line(token.at) };
}

function prefix(r: Resolver, row: Row, token: SymbolToken): Expr {
  const line = r.line(token.at);
  switch (token.text) {
    case '\\':
      return { type: 'RefGen', expr: subName(r.expression(row, LEVEL.unary)), line };
    case '++':
    case '--':
      return increment(r, row, token.text, line);
    case '+':
      return r.expression(row, LEVEL.unary);
    case '-':
      return negation(r, row, line);
    case '!':
    case '~':
    case '~.':
      return { type: 'Unary', op: token.text, expr: r.expression(row, LEVEL.unary), line };
    case 'x':
      return wordTerm(r, row, { ...token, kind: 'word' });
    case '...':
      return { type: 'Yada', line };
    case '<':
      return lateAngle(r, row, token);
    case '%':
    case '&':
    case '*':
      return lateSigil(r, row, token);
    default:
      row.next--;
      return r.unexpected(row);
  }
}

function increment(r: Resolver, row: Row, op: '++' | '--', line: number): Expr {
  const expr = r.expression(row, LEVEL.increment);
  suspectModified(r, expr);
  return { type: 'IncDec', op, prefix: true, expr, line };
}

/** perlop: `-bareword` is the string "-bareword". */
function negation(r: Resolver, row: Row, line: number): Expr {
  const expr = r.expression(row, LEVEL.unary);
  if (expr.type === 'Bareword' || (expr.type === 'StrLit' && expr.bareword === true)) {
    const name = expr.type === 'Bareword' ? expr.name : expr.value;
    return { type: 'StrLit', value: `-${name}`, bareword: true, line };
  }
  return { type: 'Unary', op: '-', expr, line };
}

/** The grammar took `foo %bar` for a modulus; now that foo is known to want a term, it is a hash. */
function lateSigil(r: Resolver, row: Row, token: SymbolToken): Expr {
  const next = row.peek();
  const sigil = token.text as '%' | '&' | '*';
  if (next && next.at === token.end) {
    if (next.kind === 'word') {
      row.take();
      return subscriptedTails(
        r,
        row,
        variable(r, row, { ...next, kind: 'variable', sigil, name: next.text, braced: false }),
      );
    }
    if (next.kind === 'braces' || (next.kind === 'variable' && next.sigil === '$')) {
      row.take();
      return subscriptedTails(
        r,
        row,
        dereference(r, row, { kind: 'cast', sigil, inner: next, at: token.at, end: next.end }),
      );
    }
  }
  row.next--;
  return r.unexpected(row);
}

/** Likewise `foo <FH>`. */
function lateAngle(r: Resolver, row: Row, token: SymbolToken): Expr {
  const close = row.peek(1);
  const inner = row.peek();
  if (close?.kind === 'symbol' && close.text === '>' && (inner?.kind === 'word' || inner?.kind === 'variable')) {
    row.next += 2;
    const text = r.near(inner.at, inner.end);
    return tails(r, row, angle(r, { kind: 'angle', text, at: token.at, end: close.end }), false);
  }
  row.next--;
  return r.unexpected(row);
}

/** -X (perlfunc): a named unary operator whose operand may be a handle, another test, or $_. */
function fileTest(r: Resolver, row: Row, op: string, line: number): Expr {
  const next = row.peek();
  if (!startsTerm(next, row.peek(1))) return { type: 'FileTest', op, expr: null, line };
  return { type: 'FileTest', op, expr: r.expression(row, LEVEL.shift), line };
}
