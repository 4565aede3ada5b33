/** Keywords that read what stands behind them themselves: declarations, loops and modules. */
import { forceVersion, forceWord } from './forced-words.js';
import { scanWord } from './identifiers.js';
import type { Lexer } from './lexer.js';
import { subToken } from './subs.js';
import { isDigit, isSpace, isWordStart } from './text.js';
import type { Token } from './tokens.js';

/** `for my $x (`: a variable, or at least a parenthesis (perlsyn, "Foreach Loops"). */
export function foreach(l: Lexer, start: number): Token {
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

/** `do {`, `do FILE`, and `do NAME(`, which is refused later. */
export function doToken(l: Lexer, start: number): Token {
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

/** `my`, `our` and `state`, with a class or `sub` behind them (perlfunc my). */
export function my(l: Lexer, start: number, word: string): Token {
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

/** `use` and `no`: a version, or a module with one (perlfunc use). */
export function use(l: Lexer, start: number, word: string): Token {
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

/** `require`: a version, the name of a module, or an expression (perlfunc require). */
export function require(l: Lexer, start: number): Token {
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
