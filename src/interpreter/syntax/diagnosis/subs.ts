/** `sub`, phase blocks, formats and attributes (perlsub). */
import { scanWord } from './identifiers.js';
import type { Lexer } from './lexer.js';
import { parenthesised } from './quotes.js';
import { isWordStart } from './text.js';
import type { Token } from './tokens.js';

export function subToken(l: Lexer, start: number, key: string): Token {
  let s = l.space(start);
  const signatures = l.env.feature('signatures');
  const named = isWordStart(l.char(s)) || l.char(s) === "'" || l.starts2(s, '::');
  if (named) {
    const { end, word } = scanWord(l, s, true);
    l.expect = 'attribute-block';
    l.subName = word;
    l.word = `&${word}`;
    s = l.space(end);
    if (key === 'format' && /^=[ \t]*\r?\n/.test(l.text.slice(s))) return overFormat(l, s);
    if (key === 'format') {
      l.force('BAREWORD', word);
      return l.expecting('block', 'FORMAT', s);
    }
  } else {
    if (/^(?:my|our|state)$/.test(key)) l.giveUp(`Missing name in "${l.text.slice(l.at, start)}"`);
    l.expect = 'attribute-term';
    if (key === 'format' && /^=[ \t]*\r?\n/.test(l.text.slice(s))) return overFormat(l, s);
    if (key === 'format') return l.expecting('block', 'FORMAT', s);
  }
  let prototype: string | null = null;
  if (l.char(s) === '(' && !signatures) {
    const end = parenthesised(l, s);
    if (end === null) l.giveUp('Prototype not terminated');
    prototype = l.stuff;
    l.stuff = null;
    s = l.space(end);
  }
  const colon = l.char(s) === ':' && l.char(s + 1) !== ':';
  if (!colon && l.char(s) !== '{' && l.char(s) !== '(') {
    if (!named) l.giveUp('Illegal declaration of anonymous subroutine');
    if (!/[;}]/.test(l.char(s))) {
      const qualified = l.subName.includes(':') || key !== 'sub' ? l.subName : `${l.env.pkg}::${l.subName}`;
      l.giveUp(`Illegal declaration of subroutine ${qualified}`);
    }
  }
  if (prototype !== null) l.force('THING', prototype);
  if (!named) return l.token(signatures ? 'ANON_SIGSUB' : 'ANONSUB', s);
  l.force('name', '&');
  return l.token(signatures ? 'SIGSUB' : 'SUB', s);
}

/** The lines of a format (perlform) are left out; the next token follows the line with the dot. */
function overFormat(l: Lexer, start: number): Token {
  l.expect = 'state';
  let s = l.text.indexOf('\n', start) + 1;
  const isLast = (line: string): boolean => /^\.[ \t]*\r?\n?$/.test(line);
  if (l.streaming) {
    for (let line = l.takeLine(); line !== '' && !isLast(line); line = l.takeLine()) l.hereLines++;
    l.hereLines++;
    return l.tokenAt(l.end);
  }
  for (let line = ''; s < l.end && !isLast(line); s += line.length) {
    const newline = l.text.indexOf('\n', s);
    line = l.text.slice(s, newline < 0 ? l.end : newline + 1);
    l.hereLines++;
  }
  return l.tokenAt(s);
}

/** In a signature: sigils, names, defaults and commas (perlsub, "Signatures"). */
export function signatureToken(l: Lexer, start: number): Token {
  let s = l.space(start);
  const sigil = l.char(s++);
  l.at = s;
  if (/[$@%]/.test(sigil)) s = parameter(l, s, sigil);
  else if (sigil === ')') l.expect = 'block';
  else if (sigil !== ',') {
    l.inMy = '';
    l.mistake("A signature parameter must start with '$', '@' or '%'");
    while (s < l.end && !/[$@%)]/.test(l.char(s))) s++;
  }
  return l.token(sigil, s);
}

function parameter(l: Lexer, start: number, sigil: string): number {
  let s = start;
  if (/[$:@%&*;\\[\]]/.test(l.char(s))) {
    l.mistake('Illegal character following sigil in a subroutine signature');
    return s;
  }
  if (l.char(s) === '#') {
    l.mistake("'#' not allowed immediately following a sigil in a subroutine signature");
    return s;
  }
  s = l.space(s);
  const { end, word } = scanWord(l, s, false);
  l.word = word === '' ? '' : sigil + word;
  if (word === '') l.inMy = '';
  s = l.space(end);
  if (l.char(s) === '=' && !/[=~>]/.test(l.char(s + 1))) {
    l.old = s++;
    l.force('ASSIGNOP', '=');
    l.expect = 'term';
  } else if (/[,)]/.test(l.char(s))) l.expect = 'operator';
  else {
    if (s < l.end) s++;
    while (s < l.end && !/[$@%)]/.test(l.char(s))) s++;
    l.at = s;
    l.mistake('Illegal operator following parameter in a subroutine signature');
    l.inMy = '';
  }
  if (l.word !== '') l.force('name', sigil);
  return s;
}

/** `:` of `? :`, or before attributes. */
export function colonToken(l: Lexer, s: number): Token {
  if (l.expect === 'operator' && l.inMy !== '' && (l.within === 'normal' || l.brackets.length > 0)) {
    l.at = s;
    if (l.char(s) === '=') l.giveUp('Use of := for an empty attribute list is not allowed');
    return attributes(l, s) ?? l.operator(':', s);
  }
  if (l.expect === 'attribute-block') l.expect = 'block';
  else if (l.expect === 'attribute-term') l.expect = 'term-block';
  else return l.operator(':', s);
  return attributes(l, s) ?? l.operator(':', s);
}

function attributes(l: Lexer, start: number): Token | null {
  let s = l.space(start);
  let any = false;
  while (isWordStart(l.char(s))) {
    const { end, word } = scanWord(l, s, false);
    if (/^(?:or|and|for|foreach|unless|if|while|until)$/.test(word)) return l.token('COLONATTR', s);
    let after = end;
    if (l.char(end) === '(') {
      const close = parenthesised(l, end);
      if (close === null) l.giveUp('Unterminated attribute parameter in attribute list');
      l.stuff = null;
      after = close;
    }
    any = true;
    s = l.space(after);
    if (l.char(s) === ':' && l.char(s + 1) !== ':') s = l.space(s + 1);
    else if (s === after) break;
  }
  const c = l.char(s);
  const fits = l.expect === 'operator' ? /[=)]/.test(c) : /[{(]/.test(c);
  if (!/[;}]/.test(c) && !fits) {
    if (l.expect === 'operator' && !any) return null;
    const quote = c === "'" ? '"' : "'";
    l.at = s;
    l.mistake(
      c === '' ? 'Unterminated attribute list' : `Invalid separator character ${quote}${c}${quote} in attribute list`,
    );
    return l.operator(':', s);
  }
  return l.token('COLONATTR', s);
}
