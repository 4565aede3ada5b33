/** Where words and the names of variables end (perldata, "Identifier parsing"). */
import { checkUnary } from './function-tokens.js';
import type { Lexer } from './lexer.js';
import { subscriptFollows } from './string-pieces.js';
import { isDigit, isSpace, isWordPart, isWordStart } from './text.js';
import { FAKE } from './tokens.js';

/** A word, with `::` or `'` in it if `qualified`. */
export function scanWord(l: Lexer, s: number, qualified: boolean, stopAtDollar = true): { end: number; word: string } {
  let word = '';
  for (;;) {
    const c = l.char(s);
    if (isWordPart(c)) {
      word += c;
      s++;
    } else if (qualified && c === "'" && isWordStart(l.char(s + 1))) {
      word += '::';
      s++;
    } else if (qualified && c === ':' && l.char(s + 1) === ':' && !(stopAtDollar && l.char(s + 2) === '$')) {
      word += '::';
      s += 2;
    } else return { end: s, word };
  }
}

/** The name after the sigil at `s`: empty where an expression follows instead. */
export function scanIdentifier(l: Lexer, s: number, unary: boolean): { end: number; name: string } {
  s++;
  if (isSpace(l.char(s)) || l.char(s) === '') s = l.space(s);
  const simple = isDigit(l.char(s)) ? digits(l, s) : scanWord(l, s, true, false);
  if (simple.word !== '') {
    if (l.within !== 'normal') l.within = 'end-perhaps';
    return { end: simple.end, name: simple.word };
  }
  if (l.char(s) === '$' && /^(?:[A-Za-z_0-9${]|::)/.test(l.text.slice(s + 1, s + 3))) return { end: s, name: '' };
  return l.char(s) === '{' ? bracedName(l, s) : punctuationName(l, s, unary);
}

function digits(l: Lexer, s: number): { end: number; word: string } {
  const start = s;
  while (isDigit(l.char(s))) s++;
  const word = l.text.slice(start, s);
  if (/^0\d/.test(word)) l.giveUp("Numeric variables with more than one digit may not start with '0'");
  return { end: s, word };
}

function punctuationName(l: Lexer, s: number, unary: boolean): { end: number; name: string } {
  const start = s;
  let name = '';
  if (s < l.end && /[!-~\u00a1-\u00ff]/.test(l.char(s))) name = l.char(s++);
  if (name === '^' && /[A-Z[\]\\^_?]/.test(l.char(s))) name += l.char(s++);
  else if (unary) checkUnary(l);
  if (l.within === 'code' && l.brackets.length === 0 && !subscriptFollows(l, s)) l.within = 'end';
  return { end: name === '' ? start : s, name };
}

/** `${name}`, or the block of `${...}`. */
function bracedName(l: Lexer, open: number): { end: number; name: string } {
  const { line, hereLines } = l;
  let s = open + 1;
  if (isSpace(l.char(s))) s = l.space(s);
  let name = '';
  if (isDigit(l.char(s))) ({ end: s, word: name } = digits(l, s));
  else if (s < l.end && /[!-~\u00a1-\u00ff]/.test(l.char(s)) && !isWordStart(l.char(s))) {
    name = l.char(s++);
    if (name === '^' && /[A-Z[\]\\^_?]/.test(l.char(s))) {
      name += l.char(s++);
      while (isWordPart(l.char(s))) name += l.char(s++);
    }
  } else if (isWordStart(l.char(s))) {
    ({ end: s, word: name } = scanWord(l, s, true));
  }
  if (isWordStart(name.charAt(0)) || /^\^./.test(name)) {
    const next = isSpace(l.char(s)) ? l.space(s) : s;
    if (l.char(next) === '[' || (l.char(next) === '{' && name !== 'sub')) {
      l.brackets.push(`operator ${FAKE}`);
      return { end: next, name };
    }
    s = next;
  }
  const close = isSpace(l.char(s)) ? l.peekSpace(s) : s;
  if (name !== '' && l.char(close) === '}') {
    if (isSpace(l.char(s))) s = l.space(s);
    s++;
    if (l.within === 'code' && l.brackets.length === 0) {
      l.within = 'end';
      l.expect = 'reference';
    }
    return { end: s, name };
  }
  l.line = line;
  l.hereLines = hereLines;
  l.noRecovery = true;
  return { end: open, name: '' };
}
