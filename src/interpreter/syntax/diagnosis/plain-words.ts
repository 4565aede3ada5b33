/** Words that are no keywords: names of subs, methods, packages and handles, and barewords. */
import { takesHandle } from './keywords.js';
import { scanWord } from './identifiers.js';
import type { Lexer } from './lexer.js';
import { unexpectedTerm } from './names.js';
import type { KnownSub } from './surroundings.js';
import { isBlank, isSpace, isWordStart } from './text.js';
import type { Token } from './tokens.js';

/** A word that is no keyword. */
export function plainWord(l: Lexer, s: number, begun: string, overrides: boolean): Token {
  const last = l.at === l.older ? '' : l.char(l.at - 1);
  let word = begun;
  let noOperator = false;
  if (l.expect === 'operator') {
    if (l.at === l.lineStart) {
      l.line--;
      l.warn('semicolon', 'Semicolon seems to be missing', true);
      l.line++;
    } else noOperator = true;
  }
  let qualified = false;
  if (l.char(s) === "'" || (l.char(s) === ':' && l.char(s + 1) === ':')) {
    const more = scanWord(l, s, true);
    s = more.end;
    if (noOperator) unexpectedTerm(l, 'Bareword', s);
    noOperator = false;
    if (more.word === '') l.giveUp(`Bad name after ${word}${l.char(s) === "'" ? "'" : '::'}`);
    word += more.word;
    qualified = true;
  }
  if (noOperator) unexpectedTerm(l, 'Bareword', s);
  if (word.length > 2 && word.endsWith('::')) {
    word = word.slice(0, -2);
    if (!l.packageExists(word)) l.warn('bareword', `Bareword "${word}::" refers to nonexistent package`);
    const { type, value } = l.token('BAREWORD', s, word);
    return { type, value: { ...value, safe: true } };
  }
  l.word = word;
  const lexical = l.find(`&${word}`) !== null && !qualified;
  const sub = lexical ? { prototype: null, fullName: word, constant: false } : l.env.sub(word);
  return meaning(l, s, { word, qualified, overrides, lexical, sub, last });
}

interface Word {
  readonly word: string;
  readonly qualified: boolean;
  readonly overrides: boolean;
  readonly lexical: boolean;
  readonly sub: KnownSub | null;
  readonly last: string;
}

/** What the word means follows from what stands before it, what follows, and what it is known to be. */
function meaning(l: Lexer, s: number, w: Word): Token {
  const { word, sub } = w;
  const afterOperator = l.older < l.at && (l.older === l.lastList || l.older === l.lastUnary);
  if (afterOperator && (l.expect === 'reference' || takesHandle(l.lastOperator))) {
    const paren = l.char(s) === '(';
    s = l.space(s);
    const method = isWordStart(l.char(s)) || l.char(s) === '$' ? indirectMethod(l, s, w) : null;
    if (method) return method;
    const handle =
      (!paren && (l.lastOperator === 'sort' || (!sub && l.lastOperator !== 'map' && l.lastOperator !== 'grep'))) ||
      (word === '_' && /^(?:-X|l?stat)$/.test(l.lastOperator));
    if (handle) {
      l.expect = l.lastList === l.older ? 'term' : 'operator';
      const { type, value } = l.token('BAREWORD', s, word);
      return { type, value: { ...value, safe: !/^(?:print|printf|say|system|exec)$/.test(l.lastOperator) } };
    }
  }
  l.expect = 'operator';
  s = l.space(s);
  const c = l.char(s);
  if (c === '=' && l.char(s + 1) === '>' && !w.qualified) return l.safeWord(s, word);
  if (c === '(') return calledWithParens(l, s, w);
  if ((c === '$' || c === '{') && !sub && l.env.feature('indirect')) {
    l.lastList = l.old;
    l.lastOperator = 'method';
    l.expect = 'block-term';
    return l.token('METHOD', s, word);
  }
  if (!w.overrides && (isWordStart(c) || c === '$')) {
    const method = indirectMethod(l, s, w);
    if (method) return method;
  }
  if (sub) return calledWithoutParens(l, s, w, sub);
  if (!l.env.strict('subs')) warnReserved(l, w);
  return l.token('BAREWORD', s, word);
}

function warnReserved(l: Lexer, w: Word): void {
  if (w.last === '-' || !/^[a-z]+$/.test(w.word) || l.packageExists(w.word)) return;
  l.warn('reserved', `Unquoted string "${w.word}" may clash with future reserved word`);
}

function calledWithParens(l: Lexer, s: number, w: Word): Token {
  if (w.sub) {
    let d = s + 1;
    while (isBlank(l.char(d))) d++;
    if (l.char(d) === ')' && w.sub.constant) return constant(l, d + 1, w.word);
  }
  l.force(w.lexical ? 'PRIVATEREF' : 'BAREWORD', w.word);
  return l.token('&', s, 'call');
}

/** Perl calls these tokens by the prototype: no operands, one, a block first, or a list. */
function calledWithoutParens(l: Lexer, s: number, w: Word, sub: KnownSub): Token {
  if (sub.constant) return constant(l, s, w.word);
  l.lastList = l.old;
  l.lastOperator = 'entersub';
  const prototype = sub.prototype?.replace(/\s/g, '') ?? null;
  if (prototype === '') return l.term('FUNC0SUB', s, w.word);
  if (prototype !== null && /^;*(?:[$_*+]|\\(?:.|\[[^\]]*\]))$/.test(prototype)) {
    if (prototype.startsWith(';')) l.lastUnary = l.old;
    return l.operator('UNIOPSUB', s, w.word);
  }
  if (prototype !== null && /^;*&/.test(prototype) && l.char(s) === '{') {
    return l.expecting('block', 'LSTOPSUB', s, w.word);
  }
  l.expect = 'term';
  l.force(w.lexical ? 'PRIVATEREF' : 'BAREWORD', w.word);
  return l.token('NOAMP', s, w.word);
}

/** `new Class`, `method $object` (perlobj, "Indirect Object Syntax"); null if it is none. */
function indirectMethod(l: Lexer, start: number, w: Word): Token | null {
  if (!l.env.feature('indirect') || l.env.handleExists(w.word)) return null;
  if (w.sub?.prototype?.replace(/^[\s;]+/, '').startsWith('*')) return null;
  if (l.char(start) === '$') {
    if (w.sub || /^(?:print|say)$/.test(l.lastOperator) || /^[A-Z]/.test(l.word)) return null;
    let s = start + 1;
    if (isSpace(l.char(s))) s = l.space(s);
    l.expect = 'reference';
    return l.token(l.char(s) === '(' ? 'FUNCMETH' : 'METHOD', start, w.word);
  }
  const { end, word } = scanWord(l, start, true);
  if (l.kindOf(word)) return null;
  let name = word;
  let s = end;
  if (word.length > 2 && word.endsWith('::')) name = word.slice(0, -2);
  else {
    if (l.env.sub(word)) return null;
    if (w.sub && !l.env.handleExists(word) && !l.packageExists(word)) return null;
    s = l.space(s);
    if (l.char(s) === '=' && l.char(s + 1) === '>') return null;
  }
  l.expect = 'term';
  l.force('BAREWORD', name);
  return l.token(l.char(s) === '(' ? 'FUNCMETH' : 'METHOD', s, w.word);
}

function constant(l: Lexer, s: number, word: string): Token {
  const { type, value } = l.token('BAREWORD', s, word);
  return { type, value: { ...value, op: 'const' } };
}
