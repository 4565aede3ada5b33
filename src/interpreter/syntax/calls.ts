import type { Expr } from './ast.js';
import type { SubInfo } from './parser-env.js';
import { openArguments, operandRow, unaryArgument } from './arguments.js';
import type { BraceToken, WordToken } from './flat.js';
import { warnReserved } from './lexical-warnings.js';
import { isKeyword } from './core-functions.js';
import { isOperatorWord, isModifier } from './operators.js';
import { afterBlock, isUnary, shapeArguments, takesBlock } from './prototypes.js';
import type { Resolver } from './resolver.js';
import type { Row } from './row.js';
import { tails } from './tails.js';
import { blockValue } from './variables.js';

/** A word that is no builtin: a call, a class, an indirect object's method, a handle, or a bareword. */
export function userWord(r: Resolver, row: Row, word: WordToken): Expr {
  const line = r.line(word.at);
  const name = word.text;
  if (name === 'sub') r.suspect();
  if (r.prepared.trouble && /^(?:q[qwrx]?|m|s|tr|y)$/.test(name)) throw r.prepared.trouble;
  if (name.endsWith('::') && name.length > 2) {
    return tails(r, row, { type: 'StrLit', value: name.slice(0, -2), bareword: true, line }, false);
  }
  const info = r.env.lookupSub(name) ?? (r.isLexicalSub(name) ? { prototype: null, defined: true } : undefined);
  const next = row.peek();
  if (next?.kind === 'parens') return tails(r, row, call(r, row, word, info), false);
  if (row.isSymbol('->') && !info) return tails(r, row, { type: 'Bareword', name, line }, false);
  const indirect = info?.prototype === '' ? null : indirectObject(r, row, word, info);
  if (indirect) return tails(r, row, indirect, false);
  if (info) return tails(r, row, call(r, row, word, info), false);
  warnReserved(r, word);
  return tails(r, row, { type: 'Bareword', name, line }, false);
}

/** The call of a sub with the operands that follow. */
export function call(r: Resolver, row: Row, word: WordToken, info: SubInfo | undefined, fullName = word.text): Expr {
  const prototype = info?.prototype ?? null;
  const parens = row.peek()?.kind === 'parens';
  const args = callArguments(r, row, prototype);
  const shaped =
    prototype === null ? args : shapeArguments(r, row, info?.fullName ?? fullName, prototype, args, word.at);
  const early = info === undefined;
  return { type: 'Call', name: fullName, args: shaped, amp: false, parens, early, line: r.line(word.at) };
}

function callArguments(r: Resolver, row: Row, prototype: string | null): Expr[] {
  if (prototype === '') return emptyParens(r, row);
  if (row.peek()?.kind === 'parens') {
    const { inner } = operandRow(row);
    const args = takesBlock(prototype) ? blockAndRest(r, inner) : openArguments(r, inner, true);
    r.expectEnd(inner);
    return args;
  }
  if (takesBlock(prototype)) return blockAndRest(r, row);
  return isUnary(prototype) ? unaryArgument(r, row).args : openArguments(r, row);
}

/** A constant takes no operands, whatever follows; parentheses are still its own. */
function emptyParens(r: Resolver, row: Row): Expr[] {
  const next = row.peek();
  if (next?.kind !== 'parens') return [];
  row.take();
  return r.list(next.items, next.end - 1);
}

function blockAndRest(r: Resolver, row: Row): Expr[] {
  const next = row.peek();
  if (next?.kind !== 'braces') return openArguments(r, row);
  row.take();
  const head = { signature: null, signatureAt: 0, attributes: [] };
  const sub = r.passes.subBody(r, head, next, null, next.at);
  return [{ type: 'AnonSub', sub, line: r.line(next.at) }, ...afterBlock(r, row)];
}

/** perlobj, "Indirect Object Syntax": `new Foo(...)`, `new Foo`, `new $class ...` */
function indirectObject(r: Resolver, row: Row, word: WordToken, info: SubInfo | undefined): Expr | null {
  const next = row.peek();
  const line = r.line(word.at);
  if (!r.env.feature('indirect')) {
    if (next?.kind === 'word' || next?.kind === 'variable') r.suspect();
    return null;
  }
  if (next?.kind === 'variable' && next.sigil === '$' && !info && scalarObject(row, /^[A-Z]/.test(word.text))) {
    row.take();
    const invocant: Expr = { type: 'Var', sigil: '$', name: next.name, line };
    return method(r, row, word, invocant, line);
  }
  if (next?.kind === 'braces' && !info) return blockObject(r, row, word, next, line);
  if (next?.kind !== 'word' || !classObject(r, row, next, info)) return null;
  row.take();
  const invocant: Expr = { type: 'StrLit', value: next.text.replace(/::$/, ''), bareword: true, line };
  return method(r, row, word, invocant, line);
}

/** `new {CLASS} ARGS`: the block's value is the invocant. */
function blockObject(r: Resolver, row: Row, word: WordToken, block: BraceToken, line: number): Expr {
  row.take();
  const nothing: Expr = { type: 'StrLit', value: '', line };
  return method(r, row, word, block.body.length === 0 && block.key === null ? nothing : objectOf(r, block), line);
}

function objectOf(r: Resolver, block: BraceToken): Expr {
  return block.key === null
    ? blockValue(r, block)
    : { type: 'StrLit', value: block.key, bareword: true, line: r.line(block.at) };
}

/** `new $class`, `get $object, 1` but not `Foo $x, 1` nor `foo $x->y`. */
function scalarObject(row: Row, capital: boolean): boolean {
  const after = row.peek(1);
  if (!after) return true;
  if (after.kind === 'symbol')
    return (
      (after.text === ',' && !capital) ||
      after.text === ')' ||
      after.text === ';' ||
      after.text === ':' ||
      after.text === '?'
    );
  if (after.kind === 'word') return isModifier(after.text) || isOperatorWord(after.text) || after.text !== 'x';
  return after.kind !== 'brackets' && after.kind !== 'braces';
}

function classObject(r: Resolver, row: Row, next: WordToken, info: SubInfo | undefined): boolean {
  if (isKeyword(next.text) || row.isSymbol('=>', 1)) return false;
  if (next.text.endsWith('::')) return true;
  if (r.env.lookupSub(next.text)) return false;
  if (row.isSymbol('->', 1)) return false;
  return !info || r.packageExists(next.text);
}

function method(r: Resolver, row: Row, word: WordToken, invocant: Expr, line: number): Expr {
  const parens = row.peek()?.kind === 'parens';
  const { inner } = operandRow(row);
  const args = openArguments(r, inner, parens);
  if (parens) r.expectEnd(inner);
  return { type: 'MethodCall', invocant, method: word.text, args, noParens: !parens, line };
}
