import type { Block, Expr, Func, Print } from './ast.js';
import { openArguments, operandRow } from './arguments.js';
import { coreFunction, isKeyword } from './core-functions.js';
import type { BraceToken, Token, WordToken } from './flat.js';
import { warnFunctionParentheses } from './lexical-warnings.js';
import { isModifier, isOperatorWord, LEVEL, startsTerm } from './operators.js';
import type { Resolver } from './resolver.js';
import type { Row } from './row.js';
import { anonHash, blockValue } from './variables.js';

/** print, printf, say (perlfunc): an optional handle without a comma, then a list. */
export function print(r: Resolver, row: Row, word: WordToken): Expr {
  warnFunctionParentheses(r, word);
  const { inner, parens } = operandRow(row);
  const handle = printHandle(r, inner);
  const args = openArguments(r, inner, parens);
  if (parens) r.expectEnd(inner);
  return { type: 'Print', name: word.text as Print['name'], handle, args, line: r.line(word.at) };
}

function printHandle(r: Resolver, row: Row): Expr | null {
  const token = row.peek();
  if (token?.kind === 'braces') {
    row.take();
    if (row.peek() && !startsTerm(row.peek(), row.peek(1))) r.suspect();
    return blockValue(r, token);
  }
  if (token?.kind === 'word' && row.isSymbol(',', 1) && isNoTerm(r, token)) {
    r.fail('No comma allowed after filehandle', token.at);
  }
  if (token?.kind === 'word' && isHandleWord(r, row, token)) {
    row.take();
    return { type: 'Bareword', name: token.text.replace(/::$/, ''), line: r.line(token.at) };
  }
  if (token?.kind === 'variable' && token.sigil === '$' && operandFollows(r, row)) {
    row.take();
    return { type: 'Var', sigil: '$', name: token.name, line: r.line(token.at) };
  }
  return null;
}

function isNoTerm(r: Resolver, token: WordToken): boolean {
  const known = isKeyword(token.text) || isOperatorWord(token.text) || token.text.includes('::');
  return !known && !r.env.lookupSub(token.text) && !r.isLexicalSub(token.text);
}

function isHandleWord(r: Resolver, row: Row, token: WordToken): boolean {
  if (isKeyword(token.text) || isOperatorWord(token.text)) return false;
  const after = row.peek(1);
  if (/^STD(?:IN|OUT|ERR)$/.test(token.text))
    return !row.isSymbol(',', 1) && !row.isSymbol('->', 1) && !row.isSymbol('=>', 1);
  if (r.env.lookupSub(token.text) || r.isLexicalSub(token.text)) return false;
  if (after?.kind === 'parens') return after.at > token.end;
  if (after === undefined) return true;
  if (after.kind === 'symbol') return startsTerm(after) && prefixed(r, after);
  if (after.kind === 'word') {
    return (
      isModifier(after.text) ||
      /^(?:or|and)$/.test(after.text) ||
      (startsTerm(after) && r.env.handleExists(token.text)) ||
      (startsTerm(after) && /^[A-Z_]+$/.test(token.text))
    );
  }
  return true;
}

/** `print $fh -1`: a sign with a blank before and none after begins an operand. */
function prefixed(r: Resolver, token: Token): boolean {
  const text = r.prepared.text;
  if (token.kind === 'symbol' && /^[!~\\]/.test(token.text)) return true;
  return /\s/.test(text[token.at - 1] ?? '') && !/\s/.test(text[token.end] ?? ' ');
}

/** Does an operand follow the scalar, so that it must be a handle? */
function operandFollows(r: Resolver, row: Row): boolean {
  const after = row.peek(1);
  if (!after || after.kind === 'brackets' || after.kind === 'braces') return false;
  if (after.kind === 'symbol')
    return startsTerm(after) && !r.foreign && prefixed(r, after) && after.text !== '--' && after.text !== '++';
  if (after.kind === 'word') return startsTerm(after) && after.text !== 'x';
  return true;
}

/** sort (perlfunc): a block, a sub's name or a scalar holding a sub may stand before the list. */
export function sort(r: Resolver, row: Row, word: WordToken): Expr {
  warnFunctionParentheses(r, word);
  const { inner, parens } = operandRow(row);
  const cmp = comparison(r, inner);
  if (cmp) inner.takeSymbol(',');
  const args = openArguments(r, inner, parens);
  if (parens) r.expectEnd(inner);
  return { type: 'Sort', cmp, args, line: r.line(word.at) };
}

/** `sort by_name &names`: behind a word, the grammar reads an ampersand as the operator between two operands. */
function takeCall(r: Resolver, row: Row): void {
  const [ampersand, name] = [row.peek(1), row.peek(2)];
  if (ampersand?.kind !== 'symbol' || ampersand.text !== '&' || name?.kind !== 'word') return;
  if (name.at !== ampersand.end || !/\s/.test(r.prepared.text[ampersand.at - 1] ?? '')) return;
  row.replace(1, 2, { kind: 'variable', sigil: '&', name: name.text, braced: false, at: ampersand.at, end: name.end });
}

function comparison(r: Resolver, row: Row): Block | Expr | null {
  const token = row.peek();
  const after = row.peek(1);
  if (token?.kind === 'braces' && !(after?.kind === 'symbol' && after.text === ',')) {
    row.take();
    return r.passes.block(r, token, true);
  }
  if (
    token?.kind === 'word' &&
    after &&
    !isKeyword(token.text) &&
    !coreFunction(token.text) &&
    !token.text.startsWith('CORE::')
  ) {
    takeCall(r, row);
    if (!startsTerm(row.peek(1))) return null;
    if (after.kind === 'parens' && after.at === token.end) return null;
    row.take();
    return { type: 'Var', sigil: '&', name: token.text, line: r.line(token.at) };
  }
  if (token?.kind === 'variable' && token.sigil === '$' && after && startsTerm(after) && after.kind !== 'symbol') {
    if (after.kind === 'brackets' || after.kind === 'braces') return null;
    row.take();
    return { type: 'Var', sigil: '$', name: token.name, line: r.line(token.at) };
  }
  return null;
}

/** map and grep (perlfunc): `{` begins a block, unless a comma after the `}` shows that it was a hash. */
export function mapGrep(r: Resolver, row: Row, word: WordToken): Expr {
  const { inner, parens } = operandRow(row);
  const line = r.line(word.at);
  const name = word.text as 'map' | 'grep';
  const token = inner.peek();
  let block: Block | null = null;
  let expr: Expr | null = null;
  let args: Expr[];
  if (token?.kind === 'braces' && inner.isSymbol(',', 1)) r.suspect();
  if (token?.kind === 'braces' && !inner.isSymbol(',', 1) && !inner.isSymbol('->', 1)) {
    inner.take();
    block = mapBlock(r, token);
    args = openArguments(r, inner, parens);
  } else {
    expr = inner.atEnd ? null : r.expression(inner, LEVEL.assign);
    if (expr === null) r.fail(`Not enough arguments for ${name}`, word.end, r.near(word.at, row.at));
    args = inner.takeSymbol(',') || inner.takeSymbol('=>') ? openArguments(r, inner, parens) : [];
  }
  if (parens) r.expectEnd(inner);
  return { type: 'MapGrep', name, block, expr, args, line };
}

/** A block that holds nothing but pairs is a block of one expression; an empty one is an empty hash in perl's eyes, and so is `{{...}}`. */
function mapBlock(r: Resolver, token: BraceToken): Block {
  const [first] = token.body;
  const inner = first?.kind === 'block' && first.cont === null && token.body.length === 1 ? first.body : null;
  if (first !== undefined && inner === null) return r.passes.block(r, token, true);
  const line = r.line(token.at);
  const stmt = { type: 'ExprStmt', expr: anonHash(r, inner ?? token), line, cop: r.env.cop(line) } as const;
  return { type: 'Block', body: [stmt], endLine: line, line };
}

/** exec and system: `system { PROGRAM } LIST` names the program apart. */
export function execute(r: Resolver, row: Row, word: WordToken): Expr {
  const { inner, parens } = operandRow(row);
  const token = inner.peek();
  let program: Expr | null = null;
  if (token?.kind === 'braces') {
    inner.take();
    program = blockValue(r, token);
  } else if (token?.kind === 'variable' && token.sigil === '$' && operandFollows(r, inner)) {
    inner.take();
    program = { type: 'Var', sigil: '$', name: token.name, line: r.line(token.at) };
  }
  const args = openArguments(r, inner, parens);
  if (parens) r.expectEnd(inner);
  const made: Func = { type: 'Func', name: word.text, args, parens, line: r.line(word.at) };
  return program ? { ...made, program } : made;
}
