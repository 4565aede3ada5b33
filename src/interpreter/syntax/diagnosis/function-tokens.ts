/** Named functions as operators: of one operand, or of a list (perlop, "Named Unary Operators", "List Operators"). */
import type { Lexer } from './lexer.js';
import { isWordPart } from './text.js';
import type { Expect, Token } from './tokens.js';

/** A function of one operand, if a parenthesis follows; else an operator. */
export function unary(l: Lexer, s: number, word: string, expect: Expect | null): Token {
  if (expect !== null) l.expect = expect;
  l.lastUnary = l.old;
  l.lastOperator = word;
  const token = l.token('UNIOP', s, word);
  if (l.char(s) === '(' || l.char(l.space(s)) === '(') return { ...token, type: 'FUNC1' };
  return token;
}

/** A function of a list, in parentheses or up to the end of the expression. */
export function list(l: Lexer, s: number, word: string, expect: Expect): Token {
  const token = l.token('LSTOP', s, word);
  l.lastList = l.old;
  l.lastOperator = word;
  if (l.forced.length > 0) return token;
  l.expect = expect;
  if (l.char(s) === '(' || l.char(l.space(s)) === '(') return { ...token, type: 'FUNC' };
  return token;
}

/** `-$x` after a unary operator without parentheses may not be what it seems (perldiag, category ambiguous). */
export function checkUnary(l: Lexer): void {
  if (l.lastUnary < 0 || l.older !== l.lastUnary) return;
  const start = l.overBlanks(l.lastUnary);
  let s = start;
  while (isWordPart(l.char(s)) || l.char(s) === '-') s++;
  if (s < l.at && l.text.slice(s, l.at).includes('(')) return;
  l.warn('ambiguous', `Warning: Use of "${l.text.slice(start, s)}" without parentheses is ambiguous`, true);
}
