/** Variables by their sigils (perldata, "Variable names"), and what perl guesses where none was expected. */
import { scanIdentifier, scanWord } from './identifiers.js';
import { subscriptFollows } from './string-pieces.js';
import type { Lexer } from './lexer.js';
import { isDigit, isSpace, isWordPart, isWordStart } from './text.js';
import type { Token } from './tokens.js';

function foundInsteadOfOperator(l: Lexer, what: string, s: number): void {
  let end = s;
  if (l.at > s) {
    end = l.at - 1;
    l.at = l.old;
  }
  unexpectedTerm(l, what, end);
}

/** `... found where operator expected`, with perl's guesses at the reason. */
export function unexpectedTerm(l: Lexer, what: string, s: number): void {
  const before = l.at;
  const first = l.old === l.lineStart;
  l.at = s;
  l.warnNear(`${what} found where operator expected`);
  if (first) l.warn('syntax', '\t(Missing semicolon on previous line?)\n', true);
  else if (isWordStart(l.char(l.older))) {
    let t = l.older;
    while (isWordPart(l.char(t)) || l.char(t) === ':') t++;
    if (t < l.at && isSpace(l.char(t)))
      l.warn('syntax', `\t(Do you need to predeclare ${l.text.slice(l.older, t)}?)\n`, true);
  } else l.warn('syntax', `\t(Missing operator before ${l.text.slice(before, s)}?)\n`, true);
  l.at = before;
}

export function scalar(l: Lexer, s: number): Token {
  if (l.expect === 'dereference') {
    return l.char(s + 1) === '#' ? postfix(l, 'DOLSHARP', s + 1) : postfix(l, '$', s);
  }
  if (l.char(s + 1) === '#' && (isWordStart(l.char(s + 2)) || /[{$:+\-@]/.test(l.char(s + 2)))) return lastIndex(l, s);
  const { end, name } = scanIdentifier(l, s, false);
  l.word = `$${name}`;
  if (l.expect === 'operator') foundInsteadOfOperator(l, 'Scalar', end);
  if (name === '') {
    if (end === l.end) l.mistake('Final $ should be \\$ or $name');
    return l.expecting('reference', '$', end);
  }
  return namedScalar(l, end);
}

function lastIndex(l: Lexer, s: number): Token {
  const { end, name } = scanIdentifier(l, s + 1, false);
  l.word = `@${name}`;
  if (l.expect === 'operator') foundInsteadOfOperator(l, 'Array length', end);
  if (name === '') return l.expecting('reference', 'DOLSHARP', end);
  l.expect = 'operator';
  l.force('name', '#');
  return l.token('DOLSHARP', end);
}

/** `$x`, or what its subscript makes of it; after `print $x` a term may follow. */
function namedScalar(l: Lexer, end: number): Token {
  const blank = isSpace(l.char(end));
  const plain = l.within === 'normal' || l.brackets.length > 0;
  const s = plain ? l.space(end) : end;
  if ((l.expect !== 'reference' || l.older === l.lastList) && subscriptFollows(l, s)) {
    if (l.char(s) === '[') l.word = `@${l.word.slice(1)}`;
    else if (l.char(s) === '{') l.word = `%${l.word.slice(1)}`;
  }
  l.expect = 'operator';
  if (plain && blank && l.lastList === l.older && l.lastOperator !== 'grep' && termFollows(l, s)) l.expect = 'term';
  l.force('name', '$');
  return l.token('$', s);
}

/** Rules of thumb for `print $fh ...`: is `$fh` a handle, so that what follows is a term? */
function termFollows(l: Lexer, s: number): boolean {
  const c = l.char(s);
  const next = l.char(s + 1);
  if (/^["$@'`q]/.test(c)) return true;
  if (/[&*<%]/.test(c) && isWordStart(next)) return true;
  if (isWordStart(c)) return !/^(?:x|eq|ne|gt|lt|ge|le|cmp)$/.test(scanWord(l, s, true).word);
  if (isDigit(c) || (c === '.' && isDigit(next))) return true;
  if (/[?\-+]/.test(c)) return !isSpace(next) && next !== '=';
  if (c === '/') return !isSpace(next) && next !== '=' && next !== '/';
  return c === '<' && next === '<' && !isSpace(l.char(s + 2)) && l.char(s + 2) !== '=';
}

export function array(l: Lexer, s: number): Token {
  if (l.expect === 'dereference') return postfix(l, '@', s);
  const { end, name } = scanIdentifier(l, s, false);
  l.word = `@${name}`;
  if (l.expect === 'operator') foundInsteadOfOperator(l, 'Array', end);
  if (name === '') return l.expecting('reference', '@', end);
  let after = end;
  if (l.within === 'normal' || l.brackets.length > 0) after = l.space(end);
  if ((l.expect !== 'reference' || l.older === l.lastList) && subscriptFollows(l, after)) {
    if (l.char(after) === '{') l.word = `%${name}`;
  }
  l.expect = 'operator';
  l.force('name', '@');
  return l.term('@', after);
}

export function percent(l: Lexer, s: number): Token {
  if (l.expect === 'operator') return l.assignable('MULOP', s + 1, '%');
  if (l.expect === 'dereference') return postfix(l, '%', s);
  const { end, name } = scanIdentifier(l, s, false);
  l.word = `%${name}`;
  if (name === '') return l.expecting('reference', '%', end);
  if ((l.expect !== 'reference' || l.older === l.lastList) && subscriptFollows(l, end) && l.char(end) === '[') {
    l.word = `@${name}`;
  }
  l.expect = 'operator';
  l.force('name', '%');
  return l.term('%', end);
}

export function star(l: Lexer, s: number): Token {
  if (l.expect === 'dereference') return postfix(l, '*', s);
  if (l.expect !== 'operator') {
    const { end, name } = scanIdentifier(l, s, true);
    if (name === '') return l.expecting('reference', '*', end);
    l.force('BAREWORD', name);
    return l.term('*', end);
  }
  return l.char(s + 1) === '*' ? l.assignable('POWOP', s + 2, '**') : l.assignable('MULOP', s + 1, '*');
}

export function ampersand(l: Lexer, s: number): Token {
  if (l.expect === 'dereference') return postfix(l, '&', s);
  if (l.char(s + 1) === '&') return l.assignable('ANDAND', s + 2, '&&');
  if (l.expect === 'operator') {
    const dot = l.env.feature('bitwise') && l.char(s + 1) === '.' ? 2 : 1;
    return l.assignable('BITANDOP', s + dot, '&');
  }
  const { end, name } = scanIdentifier(l, s, true);
  l.word = `&${name}`;
  if (name === '') return l.expecting('reference', '&', end);
  l.force('name', '&');
  return l.term('&', end);
}

/** `->@*`, `->$#*` ... (perlref, "Postfix Dereference Syntax"). */
function postfix(l: Lexer, type: string, s: number): Token {
  l.expect = 'operator';
  if (l.char(s + 1) !== '*') {
    if (type === '@' && l.within === 'code' && l.brackets.length === 0) l.joins = 2;
    return l.token(type, s + 1);
  }
  if (l.within === 'code' && l.brackets.length === 0) {
    l.within = 'end';
    if (type === '@') l.force('POSTJOIN');
  }
  l.force('*');
  return l.token(type, s + 2);
}

/** perlvar: these belong to package main, whichever is the current one. */
const OF_MAIN = new Set(['ENV', 'INC', 'ARGV', 'ARGVOUT', 'SIG', 'STDIN', 'STDOUT', 'STDERR', '_']);

/** A variable's name, now that its sigil has been read: a lexical, a package's, or one that nobody has declared. */
export function pendingName(l: Lexer, kind: string): Token {
  const sigil = l.word.charAt(0);
  const name = l.word.slice(1);
  const qualified = name.includes(':');
  if (l.inMy !== '') return declared(l, sigil, name, qualified);
  if (!qualified) {
    const found = l.find(l.word);
    if (found && found.our === null) return nameToken(l, 'PRIVATEREF', l.word);
    if (found) return nameToken(l, 'BAREWORD', `${found.our}::${name}`, true);
  }
  if (kind === '@' && l.within !== 'normal' && l.brackets.length === 0 && !isKnown(l, sigil, name))
    l.warn('ambiguous', `Possible unintended interpolation of ${l.word} in string`);
  if (kind !== '&') checkDeclared(l, sigil, name, qualified);
  l.named.add(l.word);
  return nameToken(l, 'BAREWORD', name, true);
}

function isKnown(l: Lexer, sigil: string, name: string): boolean {
  return OF_MAIN.has(name) || !/^[A-Za-z_]/.test(name) || l.named.has(sigil + name) || l.env.exists(sigil, name);
}

function nameToken(l: Lexer, type: string, text: string, variable = false): Token {
  return { type, value: l.leaf(type === 'BAREWORD' && variable ? 'name' : type, text) };
}

function checkDeclared(l: Lexer, sigil: string, name: string, qualified: boolean): void {
  if (qualified || !/^[A-Za-z_\u0080-\uffff]/.test(name) || OF_MAIN.has(name) || !l.env.strict('vars')) return;
  if (sigil === '$' && (name === 'a' || name === 'b')) return;
  if (l.env.imported(sigil, name)) return;
  const variable = sigil + name;
  l.complain(
    `Global symbol "${variable}" requires explicit package name (did you forget to declare "my ${variable}"?)`,
  );
}

function declared(l: Lexer, sigil: string, name: string, qualified: boolean): Token {
  const our = l.inMy === 'our';
  if (qualified) {
    const what = sigil === '&' ? 'subroutine' : 'variable';
    if (our) l.mistake(`No package name allowed for ${what} ${l.word} in "our"`);
    else l.mistake(`"${l.inMy === 'my' ? 'my' : 'state'}" ${what} ${l.word} can't be in a package`);
  }
  if (!our && !qualified && (!/^[A-Za-z_\u0080-\uffff]/.test(name) || name === '_')) {
    const where = l.inMy === 'parameter' ? 'subroutine signature' : `"${l.inMy === 'state' ? 'state' : 'my'}"`;
    const word = l.word;
    l.mistake(`Can't use global ${word} in ${where}`);
  }
  const kept = our ? l.env.pkg : null;
  for (const warning of l.pad.duplicates(l.word, kept, l.inMy)) l.warn('shadow', warning);
  l.pad.declare(l.word, kept);
  if (l.inMy === 'parameter') l.inMy = '';
  return our ? nameToken(l, 'BAREWORD', name, true) : nameToken(l, 'PRIVATEREF', l.word);
}
