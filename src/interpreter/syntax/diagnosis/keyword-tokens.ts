/** The tokens of Perl's keywords, and what each makes perl expect next. */
import { forceWord } from './forced-words.js';
import { list, unary } from './function-tokens.js';
import type { WordKind } from './keywords.js';
import { scanWord } from './identifiers.js';
import type { Lexer } from './lexer.js';
import { specialWord } from './special-words.js';
import { isWordStart } from './text.js';
import type { Token } from './tokens.js';

export function keywordToken(l: Lexer, s: number, word: string, kind: WordKind): Token {
  switch (kind) {
    case 'unary':
      return unary(l, s, word, 'term');
    case 'unary-or':
      return unary(l, s, word, 'term-or-defined');
    case 'list':
      if (word === 'open') checkOpen(l, s);
      return list(l, s, word, 'term');
    case 'list-with-object':
      return withObject(l, s, word);
    case 'none':
      return l.expecting('operator', 'FUNC0', s, word);
    case 'loop':
      s = forceWord(l, s, 'BAREWORD', true, false);
      l.expect = l.forced.length > 0 ? 'operator' : 'term';
      return l.token('LOOPEX', s, word);
    case 'other':
      return specialWord(l, s, word);
  }
}

function withObject(l: Lexer, s: number, word: string): Token {
  if (word === 'print' || word === 'printf' || word === 'say') checkComma(l, s, word, 'filehandle');
  if (word === 'sort') {
    checkComma(l, s, word, 'subroutine name');
    s = l.space(s);
    l.expect = 'term';
    s = forceWord(l, s, 'BAREWORD', true, true);
  }
  return list(l, s, word, 'reference');
}

/** `print STDERR, ...` and `print (...) * 2` are likely mistakes. */
function checkComma(l: Lexer, start: number, name: string, what: string): void {
  let s = start;
  if (l.char(s) === ' ' && l.char(s + 1) === '(') {
    let level = 1;
    let w = s + 2;
    for (; w < l.end && level > 0; w++) {
      if (l.char(w) === '(') level++;
      else if (l.char(w) === ')') level--;
    }
    const next = l.char(l.overBlanks(w));
    if (next === '' || !';&/|})]oaiuwef!='.includes(next)) l.warn('syntax', `${name} (...) interpreted as function`);
  }
  s = l.overBlanks(s);
  if (l.char(s) === '(') s++;
  s = l.overBlanks(s);
  if (!isWordStart(l.char(s))) return;
  const { end, word } = scanWord(l, s, false);
  if (l.char(l.overBlanks(end)) !== ',' || l.kindOf(word) || l.env.sub(word) || l.find(`&${word}`)) return;
  l.giveUp(`No comma allowed after ${what}`);
}

function checkOpen(l: Lexer, start: number): void {
  const s = l.space(start);
  if (!isWordStart(l.char(s))) return;
  const { end, word } = scanWord(l, s, false);
  const next = l.text.slice(l.overBlanks(end));
  if (!/^[|&*+\-=!?:.]/.test(next) || /^(?:=>|::)/.test(next) || l.kindOf(word)) return;
  l.warn('precedence', `Precedence problem: open ${word} should be open(${word})`, true);
}
