/** Named functions as operators: of one operand, or of a list (perlop, "Named Unary Operators", "List Operators"). */
import type { Lexer } from './lexer.js';
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
