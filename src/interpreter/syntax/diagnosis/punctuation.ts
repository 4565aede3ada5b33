/** Tokens that begin with something else than a letter. */
import { checkUnary } from './function-tokens.js';
import { endOfFile, endOfText, overLine, overPod } from './ends.js';
import { forceWord } from './forced-words.js';
import { hereDocument } from './here-documents.js';
import { number } from './numbers.js';
import type { Lexer } from './lexer.js';
import { ampersand, array, percent, scalar, star } from './names.js';
import { plainWord } from './plain-words.js';
import { backquoted, doubleQuoted, inputSymbol, patternToken, singleQuoted } from './quotes.js';
import { closingBrace, openingBrace } from './braces.js';
import { colonToken } from './subs.js';
import { isBlank, isDigit, isSpace, isWordPart, isWordStart } from './text.js';
import type { Token } from './tokens.js';
import { wordToken } from './words.js';

export function ordinaryToken(l: Lexer, start: number): Token {
  let s = start;
  for (;;) {
    const c = l.char(s);
    if (c === '') {
      if (!l.streaming || l.inWhat !== '') return endOfText(l);
      return endOfFile(l, false);
    }
    if (c === '\n' || c === '#') s = overLine(l, s);
    else if (isSpace(c)) s++;
    else if (c === '=' && isPod(l, s)) {
      if (l.streaming && l.within === 'normal') {
        l.inPod = true;
        s = l.end;
        return endOfFile(l, false);
      }
      s = overPod(l, s);
    } else if (isConflictMarker(l, s)) {
      l.older = l.old;
      l.old = l.at;
      l.at = s + 7;
      l.mistake('Version control conflict marker');
      while (s < l.end && l.char(s) !== '\n') s++;
    } else break;
  }
  l.tokenOffset = l.sourceOffset(s);
  if (l.statementLine === 0) l.statementLine = l.line;
  return punctuation(l, s);
}

function isPod(l: Lexer, s: number): boolean {
  if (l.expect !== 'state' || !/[A-Za-z]/.test(l.char(s + 1))) return false;
  return s === l.lineStart || l.char(s - 1) === '\n' || s === 0;
}

function isConflictMarker(l: Lexer, s: number): boolean {
  return (s === l.lineStart || l.char(s - 1) === '\n') && /^(?:={7}|<{7}|>{7})/.test(l.text.slice(s, s + 7));
}

function punctuation(l: Lexer, s: number): Token {
  const c = l.char(s);
  if (isWordStart(c) && (c < '\x80' || l.env.utf8)) return word(l, s);
  if (isDigit(c)) return number(l, s);
  return (readers.get(c) ?? unrecognised)(l, s);
}

const readers = new Map<string, (l: Lexer, s: number) => Token>([
  ['-', minus],
  ['+', plus],
  ['*', star],
  ['%', percent],
  ['^', (l, s) => l.assignable('BITOROP', afterBitOperator(l, s), '^')],
  ['|', bar],
  ['&', ampersand],
  ['~', tilde],
  ['!', exclamation],
  ['=', (l, s) => equals(l, s + 1)],
  ['<', less],
  ['>', (l, s) => greater(l, s + 1)],
  ['/', slash],
  ['.', dot],
  ['?', (l, s) => l.operator('?', s + 1)],
  [',', (l, s) => l.operator(',', s + 1)],
  [':', (l, s) => (l.char(s + 1) === ':' ? plainWord(l, s, '', false) : colonToken(l, s + 1))],
  [';', (l, s) => l.expecting('state', ';', s + 1)],
  ['\\', (l, s) => l.operator('REFGEN', s + 1)],
  ['(', (l, s) => openingParenthesis(l, s + 1)],
  [')', (l, s) => closingParenthesis(l, s + 1)],
  ['[', openingBracket],
  [']', (l, s) => closingBracket(l, s + 1)],
  ['{', (l, s) => openingBrace(l, s + 1)],
  ['}', (l, s) => closingBrace(l, s + 1)],
  ['$', scalar],
  ['@', array],
  ["'", singleQuoted],
  ['"', doubleQuoted],
  ['`', backquoted],
]);

/** Words; but `v1.2.3` is a number, and `x3` between terms an operator. */
function word(l: Lexer, s: number): Token {
  if (l.char(s) === 'x' && isDigit(l.char(s + 1)) && l.expect === 'operator') return l.operator('MULOP', s + 1, 'x');
  if (l.char(s) === 'v' && isDigit(l.char(s + 1)) && l.expect !== 'operator') {
    const rest = l.text.slice(s);
    if (/^v[\d_]+\.\d/.test(rest)) return number(l, s);
    const end = s + (/^v[\d_]+/.exec(rest)?.[0].length ?? 0);
    const isName = l.starts2(end, '::') || (l.expect === 'state' && l.char(l.overBlanks(end)) === ':');
    if (!isName && !/[A-Za-z]/.test(l.char(end)) && l.expect !== 'block' && !l.env.sub(l.text.slice(s, end))) {
      return number(l, s);
    }
  }
  return wordToken(l, s);
}

function sign(l: Lexer, s: number, post: string, pre: string): Token {
  return l.expect === 'operator' ? l.term(post, s) : l.operator(pre, s);
}

function plus(l: Lexer, s: number): Token {
  return l.char(s + 1) === '+' ? sign(l, s + 2, 'POSTINC', 'PREINC') : plusOrMinus(l, s + 1, '+');
}

function plusOrMinus(l: Lexer, s: number, c: string): Token {
  if (l.expect === 'operator') return l.assignable('ADDOP', s, c);
  if (isSpace(l.char(s)) || !isSpace(l.char(l.at))) checkUnary(l);
  return l.operator(c, s);
}

function minus(l: Lexer, s: number): Token {
  const next = l.char(s + 1);
  if (/[A-Za-z]/.test(next) && !isWordPart(l.char(s + 2))) {
    let after = s + 2;
    while (isBlank(l.char(after))) after++;
    if (l.starts2(after, '=>')) {
      l.at = s + 1;
      return l.operator('-', forceWord(l, s + 1, 'BAREWORD', false, false));
    }
    if (/[rwxoRWXOezsfdlpSugkbctTBMAC]/.test(next)) {
      l.lastUnary = l.old;
      l.lastOperator = '-X';
      return l.expecting('term-or-defined', 'UNIOP', after, `-${next}`);
    }
  }
  if (next === '-') return sign(l, s + 2, 'POSTDEC', 'PREDEC');
  if (next === '>') return arrow(l, l.space(s + 2));
  return plusOrMinus(l, s + 1, '-');
}

function arrow(l: Lexer, s: number): Token {
  const rest = l.text.slice(s, s + 3);
  if (/^(?:[$&]\*|\$#\*|[@%][*[{]|\*[*{])/.test(rest)) return l.expecting('dereference', 'ARROW', s);
  if (isWordStart(l.char(s))) return l.token('ARROW', forceWord(l, s, 'METHOD', false, true));
  return l.char(s) === '$' ? l.operator('ARROW', s) : l.term('ARROW', s);
}

function openingParenthesis(l: Lexer, s: number): Token {
  if (l.lastList === l.older || l.lastUnary === l.older) l.old = l.older;
  else l.expect = 'term';
  return l.token('(', l.space(s));
}

function closingParenthesis(l: Lexer, start: number): Token {
  const s = l.space(start);
  return l.char(s) === '{' ? l.expecting('block', ')', s) : l.term(')', s);
}

function openingBracket(l: Lexer, s: number): Token {
  l.brackets.push('operator');
  return l.operator('[', s + 1);
}

function closingBracket(l: Lexer, s: number): Token {
  if (l.brackets.length === 0) l.mistake('Unmatched right square bracket');
  else l.brackets.pop();
  if (l.within === 'code' && l.brackets.length === 0) {
    if (l.starts2(s, '->')) l.within = 'end-perhaps';
    else if (l.char(s) !== '[' && l.char(s) !== '{') l.within = 'end';
  }
  return l.term(']', s);
}

/** The feature `bitwise` has a second set of these operators, with a dot behind them (perlop, "Bitwise String Operators"). */
function afterBitOperator(l: Lexer, s: number): number {
  return s + (l.env.feature('bitwise') && l.char(s + 1) === '.' ? 2 : 1);
}

function bar(l: Lexer, s: number): Token {
  if (l.char(s + 1) === '|') return l.assignable('OROR', s + 2, '||');
  return l.assignable('BITOROP', afterBitOperator(l, s), '|');
}

function tilde(l: Lexer, s: number): Token {
  if (l.char(s + 1) === '~' && (l.expect === 'operator' || l.expect === 'term-or-defined')) {
    l.warn('experimental::smartmatch', 'Smartmatch is experimental', true);
    return l.operator('NCEQOP', s + 2, '~~');
  }
  return l.operator('~', afterBitOperator(l, s));
}

function exclamation(l: Lexer, s: number): Token {
  if (l.char(s + 1) === '=') return notEqual(l, s);
  return l.char(s + 1) === '~' ? l.operator('MATCHOP', s + 2, '!~') : l.operator('!', s + 1);
}

function equals(l: Lexer, s: number): Token {
  const c = l.char(s);
  if (c === '=') return l.operator('CHEQOP', s + 1, '==');
  if (c === '>') return l.operator(',', s + 1, '=>');
  if (c === '~') return l.operator('MATCHOP', s + 1, '=~');
  if (c !== '' && '+-*/%.^&|<'.includes(c) && isSpace(l.char(s + 1))) l.warn('syntax', `Reversed ${c}= operator`);
  return l.operator('ASSIGNOP', s, '=');
}

function notEqual(l: Lexer, s: number): Token {
  if (l.char(s + 2) === '~' && /^\s*(?:[/?]|[msy]\W|tr\W)/.test(l.text.slice(s + 3))) {
    l.warn('syntax', '!=~ should be !~');
  }
  return l.operator('CHEQOP', s + 2, '!=');
}

function less(l: Lexer, s: number): Token {
  const next = l.char(s + 1);
  if (l.expect !== 'operator') {
    if (next !== '<' && !l.text.slice(s).includes('>')) checkUnary(l);
    return next === '<' && l.char(s + 2) !== '>' ? hereDocument(l, s) : inputSymbol(l, s);
  }
  if (next === '<') return l.assignable('SHIFTOP', s + 2, '<<');
  if (next !== '=') return l.operator('CHRELOP', s + 1, '<');
  return l.char(s + 2) === '>' ? l.operator('NCEQOP', s + 3, '<=>') : l.operator('CHRELOP', s + 2, '<=');
}

function greater(l: Lexer, s: number): Token {
  if (l.char(s) === '>') return l.assignable('SHIFTOP', s + 1, '>>');
  return l.char(s) === '=' ? l.operator('CHRELOP', s + 1, '>=') : l.operator('CHRELOP', s, '>');
}

function slash(l: Lexer, s: number): Token {
  if ((l.expect === 'operator' || l.expect === 'term-or-defined') && l.char(s + 1) === '/')
    return l.assignable('DORDOR', s + 2, '//');
  if (l.expect === 'operator') return l.assignable('MULOP', s + 1, '/');
  if (l.older === l.lastUnary) checkUnary(l);
  return patternToken(l, s, 'm');
}

function dot(l: Lexer, s: number): Token {
  if (l.expect === 'state' && l.starts2(s, '...')) return l.operator('YADA', s + 3);
  if (l.expect !== 'operator' && isDigit(l.char(s + 1))) return number(l, s);
  if (l.char(s + 1) !== '.') return l.assignable('ADDOP', s + 1, '.');
  return l.operator('DOTDOT', s + (l.char(s + 2) === '.' ? 3 : 2), '..');
}

function unrecognised(l: Lexer, s: number): never {
  const code = l.char(s).charCodeAt(0);
  const shown = code > 0xff ? `\\x{${code.toString(16)}}` : `\\x${code.toString(16).toUpperCase().padStart(2, '0')}`;
  const start = s >= l.lineStart ? l.lineStart : l.text.lastIndexOf('\n', s) + 1;
  const before = l.text.slice(Math.max(start, s - 10), s);
  return l.giveUp(
    `Unrecognized character ${shown}; marked by <-- HERE after ${before}<-- HERE near column ${s - start + 1}`,
  );
}
