/** `{` begins a block, a hash or a subscript: perl decides by what it expects and, if it must, by what follows. */
import { forceWord } from './forced-words.js';
import { scanWord } from './identifiers.js';
import type { Lexer } from './lexer.js';
import { isBlank, isWordPart, isWordStart } from './text.js';
import { FAKE, type Expect, type Token } from './tokens.js';

export function openingBrace(l: Lexer, s: number): Token {
  switch (l.expect) {
    case 'term':
    case 'term-or-defined':
      l.brackets.push('operator');
      return l.operator('HASHBRACK', s);
    case 'operator':
      return block(l, bareKey(l, s), 'operator');
    case 'attribute-term':
    case 'term-block':
      return block(l, s, 'operator');
    case 'attribute-block':
    case 'block':
      return block(l, s, 'state');
    case 'block-term':
      return block(l, s, 'term');
    default:
      return blockOrHash(l, s);
  }
}

function block(l: Lexer, s: number, after: Expect): Token {
  l.brackets.push(after);
  return l.expecting('state', '{', s);
}

/** `{word}` and `{-word}`: the word is a string. */
function bareKey(l: Lexer, start: number): number {
  let s = start;
  while (isBlank(l.char(s))) s++;
  let d = s;
  const minus = l.char(d) === '-';
  if (minus) {
    d++;
    while (isBlank(l.char(d))) d++;
  }
  if (!isWordStart(l.char(d))) return s;
  d = scanWord(l, d, false).end;
  while (isBlank(l.char(d))) d++;
  if (l.char(d) !== '}') return s;
  const after = forceWord(l, minus ? s + 1 : s, 'BAREWORD', false, true);
  if (minus) l.force('-');
  return after;
}

function blockOrHash(l: Lexer, start: number): Token {
  l.brackets.push(l.older === l.lastList ? 'term' : 'operator');
  const s = l.space(start);
  if (l.char(s) === '}') {
    if (l.expect === 'reference' && l.within === 'code') {
      l.expect = 'term';
      l.at = s + 1;
      l.mistake('syntax error');
      return l.token('{', s);
    }
    return l.operator('HASHBRACK', s);
  }
  if (l.expect === 'reference' && l.older !== l.lastList) return insideOfReference(l, s);
  const end = overFirst(l, s);
  const after = l.text.slice(l.overBlanks(end), l.overBlanks(end) + 2);
  const lower = /[a-z]/.test(l.char(s)) && l.char(s) !== 'q';
  if ((after.startsWith(',') && !lower) || after === '=>') return l.operator('HASHBRACK', s);
  if (l.expect === 'reference') return insideOfReference(l, s);
  l.brackets[l.brackets.length - 1] = 'state';
  return l.expecting('state', '{', s);
}

function insideOfReference(l: Lexer, start: number): Token {
  const s = l.space(start);
  return l.expecting(l.char(s) === '{' ? 'term' : 'state', '{', s);
}

/** Where the first word or string after the brace ends. */
function overFirst(l: Lexer, s: number): number {
  const c = l.char(s);
  if (/["'`]/.test(c)) return overQuoted(l, s, c);
  const quote = /^q[qx]?(?=\W)\s*(?!=>)/.exec(l.text.slice(s));
  if (quote) {
    const open = l.char(s + quote[0].length);
    return overQuoted(l, s + quote[0].length, { '(': ')', '[': ']', '{': '}', '<': '>' }[open] ?? open);
  }
  let t = s;
  while (isWordPart(l.char(t))) t++;
  return t;
}

function overQuoted(l: Lexer, s: number, close: string): number {
  const open = l.char(s);
  let depth = 1;
  let t = s + 1;
  for (; t < l.end; t++) {
    if (l.char(t) === '\\') t++;
    else if (l.char(t) === close && --depth <= 0) break;
    else if (l.char(t) === open && open !== close) depth++;
  }
  return t + 1;
}

export function closingBrace(l: Lexer, s: number): Token {
  const popped = l.brackets.pop();
  if (popped === undefined) l.mistake('Unmatched right curly bracket');
  const fake = popped?.endsWith(FAKE) ?? false;
  if (popped !== undefined) l.expect = popped.replace(` ${FAKE}`, '') as Expect;
  if (l.within === 'code' && l.brackets.length === 0) {
    if (fake) {
      l.within = 'end';
      l.at = s;
      return l.next();
    }
    if (l.readingCode) l.within = 'end';
    else if (l.starts2(s, '->')) l.within = 'end-perhaps';
    else if (l.char(s) !== '[' && l.char(s) !== '{') l.within = 'end';
  }
  if (fake) {
    l.at = s;
    return l.next();
  }
  l.force('}');
  return l.token(';', s);
}
