/** The tokens of Perl's keywords, and what each makes perl expect next. */
import type { WordKind } from './keywords.js';
import type { Lexer } from './lexer.js';
import { checkUnary, scanWord } from './names.js';
import { plainWord } from './plain-words.js';
import { listOfWords, patternToken, quoteToken, substitution, transliteration } from './quotes.js';
import { endOfFile } from './ends.js';
import { subToken } from './subs.js';
import { isDigit, isSpace, isWordStart } from './text.js';
import type { Expect, Token } from './tokens.js';

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
      return other(l, s, word);
  }
}

/** A function of one operand, if a parenthesis follows; else an operator. */
export function unary(l: Lexer, s: number, word: string, expect: Expect | null): Token {
  if (expect !== null) l.expect = expect;
  l.lastUnary = l.old;
  l.lastOperator = word;
  const token = l.token('UNIOP', s, word);
  if (l.char(s) === '(' || l.char(l.space(s)) === '(') return { ...token, type: 'FUNC1' };
  return token;
}

function list(l: Lexer, s: number, word: string, expect: Expect): Token {
  const token = l.token('LSTOP', s, word);
  l.lastList = l.old;
  l.lastOperator = word;
  if (l.forced.length > 0) return token;
  l.expect = expect;
  if (l.char(s) === '(' || l.char(l.space(s)) === '(') return { ...token, type: 'FUNC' };
  return token;
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

/** A word that is no keyword becomes the next token; returns the place after it. */
export function forceWord(l: Lexer, start: number, type: string, checkKeyword: boolean, qualified: boolean): number {
  const s = l.space(start);
  if (!isWordStart(l.char(s)) && !(qualified && l.starts2(s, '::'))) return s;
  const { end, word } = scanWord(l, s, qualified);
  l.word = word;
  if (checkKeyword && l.kindOf(qualified ? word.replace(/^CORE::/, '') : word)) return s;
  let after = end;
  if (type === 'METHOD') {
    after = l.space(end);
    l.expect = l.char(after) === '(' ? 'term' : 'operator';
  }
  l.forceToken({ type, value: { ...l.leaf(type, word), safe: true } });
  return after;
}

/** A version becomes the next token, or a token that stands for none. */
export function forceVersion(l: Lexer, start: number, guessing: boolean): number {
  const s = l.space(start);
  const found = /^v?\d[\d_.]*/.exec(l.text.slice(s));
  if (found) {
    const after = l.char(s + found[0].length);
    if (after === ';' || after === '' || isSpace(after) || after === '{' || after === '}') {
      l.force('BAREWORD', found[0]);
      return s + found[0].length;
    }
    if (guessing) return s;
  }
  l.force('BAREWORD');
  return s;
}

function other(l: Lexer, s: number, word: string): Token {
  switch (word) {
    case '__FILE__':
    case '__LINE__':
    case '__PACKAGE__':
    case '__SUB__':
      return l.term('FUNC0OP', s, word);
    case '__END__':
    case '__DATA__':
      return endOfFile(l, true);
    case 'AUTOLOAD':
    case 'DESTROY':
    case 'BEGIN':
    case 'UNITCHECK':
    case 'CHECK':
    case 'INIT':
    case 'END':
      return l.expect === 'state' ? subToken(l, l.at, word) : plainWord(l, s, word, false);
    case 'sub':
    case 'format':
      return subToken(l, s, word);
    case 'and':
      return l.operator('ANDOP', s, word);
    case 'or':
    case 'xor':
      return l.operator('OROP', s, word);
    case 'cmp':
      return l.operator('NCEQOP', s, word);
    case 'eq':
    case 'ne':
      return l.operator('CHEQOP', s, word);
    case 'lt':
    case 'gt':
    case 'le':
    case 'ge':
      return l.operator('CHRELOP', s, word);
    case 'isa':
      return l.operator('NCRELOP', s, word);
    case 'x':
      if (l.expect === 'operator') return l.assignable('MULOP', s, word);
      checkUnary(l);
      return plainWord(l, s, word, false);
    case 'if':
    case 'unless':
    case 'while':
    case 'until':
    case 'given':
    case 'when':
    case 'elsif':
      return l.operator(word.toUpperCase(), s, word);
    case 'else':
    case 'default':
    case 'try':
    case 'catch':
    case 'finally':
    case 'defer':
      return l.expecting('block', word.toUpperCase(), s, word);
    case 'continue':
      s = l.space(s);
      return l.char(s) === '{' ? l.expecting('block', 'CONTINUE', s) : l.expecting('operator', 'FUNC0', s, word);
    case 'for':
    case 'foreach':
      return foreach(l, s);
    case 'do':
      return doToken(l, s);
    case 'eval':
      s = l.space(s);
      return unary(l, s, word, l.char(s) === '{' ? 'term-block' : 'term');
    case 'local':
      return l.operator('LOCAL', s, word);
    case 'my':
    case 'our':
    case 'state':
      return my(l, s, word);
    case 'no':
    case 'use':
      return use(l, s, word);
    case 'not':
      if (l.char(s) !== '(') s = l.space(s);
      return l.char(s) === '(' ? l.expecting('operator', 'FUNC1', s, word) : l.operator('NOTOP', s, word);
    case 'package':
      s = forceWord(l, s, 'BAREWORD', false, true);
      s = forceStrictVersion(l, l.space(s));
      return l.expecting('block', 'PACKAGE', s, word);
    case 'require':
      return require(l, s);
    case 'return':
      return l.operator('LSTOP', s, word);
    case 'm':
    case 'qr':
      return patternToken(l, s, word);
    case 's':
      return substitution(l, s);
    case 'tr':
    case 'y':
      return transliteration(l, s);
    case 'qw':
      return listOfWords(l, s);
    default:
      return quoteToken(l, s, word);
  }
}

function forceStrictVersion(l: Lexer, s: number): number {
  const found = /^(?:v\d+(?:\.\d+){2,}|\d+\.\d+|\d+)(?=[\s;{}]|$)/.exec(l.text.slice(s));
  if (found) {
    l.force('BAREWORD', found[0]);
    return s + found[0].length;
  }
  const after = l.space(s);
  if (!/[;{}]/.test(l.char(after))) {
    l.at = after;
    l.mistake('Invalid version format (non-numeric data)');
    return after;
  }
  l.force('BAREWORD');
  return after;
}

function foreach(l: Lexer, start: number): Token {
  const s = l.space(start);
  if (l.expect === 'state' && isWordStart(l.char(s))) {
    const declared = /^(?:my|our|state)/.exec(l.text.slice(s))?.[0] ?? '';
    let p = s + declared.length;
    if (declared !== '' && isSpace(l.char(p))) p = l.space(p + 1);
    let paren = declared === 'my';
    if (declared !== '' && isWordStart(l.char(p))) {
      p = l.space(scanWord(l, p, true).end);
      paren = false;
    }
    if (paren && l.char(p) === '(') l.warn('experimental::for_list', 'for my (...) is experimental', true);
    else if (l.char(p) !== '$' && l.char(p) !== '\\') l.giveUp('Missing $ on loop variable');
  }
  return l.operator('FOR', s);
}

function doToken(l: Lexer, start: number): Token {
  const s = l.space(start);
  if (l.char(s) === '{') return l.expecting('term-block', 'DO', s);
  if (l.char(s) !== "'") {
    const { end, word } = scanWord(l, s, true);
    if (word !== '' && word !== 'CORE' && !l.kindOf(word) && l.char(l.space(end)) === '(') {
      l.word = `&${word}`;
      l.force('name', '&');
      return l.operator('DO', l.space(end));
    }
  }
  return l.operator('DO', s);
}

function my(l: Lexer, start: number, word: string): Token {
  if (l.inMy !== '') {
    const before = l.inMy;
    l.at = start;
    l.mistake(`Can't redeclare "${word}" in "${before}"`);
  }
  l.inMy = word as 'my';
  let s = l.space(start);
  if (isWordStart(l.char(s))) {
    const found = scanWord(l, s, true);
    if (found.word === 'sub') return subToken(l, found.end, word);
    s = found.end;
    if (!l.env.packageExists(found.word)) {
      l.at = s;
      l.mistake(`No such class ${found.word}`);
    }
  } else if (l.char(s) === '\\' && !l.env.feature('declared_refs')) {
    l.giveUp('The experimental declared_refs feature is not enabled');
  }
  return l.operator('MY', s, word);
}

function use(l: Lexer, start: number, word: string): Token {
  if (l.expect !== 'state') l.mistake(`"${word}" not allowed in expression`);
  l.expect = 'term';
  let s = l.space(start);
  if (isDigit(l.char(s)) || /^v\d/.test(l.text.slice(s, s + 2))) {
    s = forceVersion(l, s, true);
    const after = /[;}]/.test(l.char(s)) ? s : l.space(s);
    if (/[;}]/.test(l.char(after))) l.force('BAREWORD');
    else if (l.char(after) === 'v') s = forceVersion(l, forceWord(l, after, 'BAREWORD', false, true), false);
    s = Math.max(s, after);
  } else s = forceVersion(l, forceWord(l, s, 'BAREWORD', false, true), false);
  return l.token('USE', s, word);
}

function require(l: Lexer, start: number): Token {
  let s = l.space(start);
  if (isDigit(l.char(s))) s = forceVersion(l, s, false);
  else {
    const version = /^v\d/.test(l.text.slice(s, s + 2));
    if (version) s = forceVersion(l, s, true);
    if (!version || l.char(s) === 'v') {
      l.word = '';
      s = forceWord(l, s, 'BAREWORD', true, true);
      if (l.word !== '') l.required.add(l.word);
      if (l.char(s) === '<' && l.word === '') l.mistake('<> at require-statement should be quotes');
    }
  }
  l.expect = l.forced.length > 0 ? 'operator' : 'term';
  l.lastUnary = l.old;
  l.lastOperator = 'require';
  return l.token('REQUIRE', s);
}
