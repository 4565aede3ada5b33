/** Quotes, patterns and globs (perlop, "Quote and Quote-like Operators"). */
import type { Lexer } from './lexer.js';
import { unexpectedTerm } from './names.js';
import { COUNTS } from './nodes.js';
import { stringToken } from './strings.js';
import { isSpace, isWordPart } from './text.js';
import type { Token } from './tokens.js';

const CLOSING: Record<string, string> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** Where the delimited text at `start` ends, or null; its text becomes `stuff`, a second one the replacement. */
function delimited(l: Lexer, start: number, keep: boolean): { end: number; reuse: number } | null {
  let s = isSpace(l.char(start)) ? l.space(start) : start;
  const open = l.char(s);
  const close = CLOSING[open] ?? open;
  l.multiStart = l.line;
  l.multiOpen = open;
  l.multiClose = close;
  const { hereLines } = l;
  let depth = 1;
  let text = '';
  s++;
  for (;;) {
    while (s < l.end) {
      const c = l.char(s);
      if (c === '\n' && !l.streaming) l.countLine();
      if (c === '\\' && s + 1 < l.end && close !== '\\') {
        const next = l.char(s + 1);
        if (!(keep && open !== close) && (next === open || next === close)) s++;
        else text += l.char(s++);
      } else if (c === close && --depth <= 0) break;
      else if (c === open && open !== close) depth++;
      text += l.char(s++);
    }
    if (s < l.end) break;
    l.countLine();
    l.at = l.end;
    if (!l.nextLine(false, l.inWhat !== '')) {
      l.line = l.multiStart;
      return null;
    }
    s = l.at;
  }
  l.multiEnd = l.line;
  l.line = l.multiStart;
  l.hereLines = hereLines;
  l.stuffClose = close;
  if (l.stuff === null) l.stuff = text;
  else l.replacement = text;
  return { end: s + 1, reuse: open === close ? s : s + 1 };
}

function lineOfEnd(l: Lexer): void {
  l.line = l.multiEnd;
  if (l.multiEnd !== l.multiStart) l.hereLines = 0;
}

export function missing(l: Lexer, terminator: string): never {
  const quote = terminator.includes('"') ? "'" : '"';
  return l.giveUp(`Can't find string terminator ${quote}${terminator}${quote} anywhere before EOF`);
}

export function singleQuoted(l: Lexer, start: number): Token {
  const found = delimited(l, start, false);
  if (!found) return missing(l, l.multiClose);
  lineOfEnd(l);
  if (l.expect === 'operator') unexpectedTerm(l, 'String', found.end);
  return stringToken(l, 'const', found.end);
}

export function doubleQuoted(l: Lexer, start: number): Token {
  const found = delimited(l, start, false);
  if (l.expect === 'operator') unexpectedTerm(l, 'String', found?.end ?? l.at);
  if (!found) return missing(l, l.multiClose);
  const kind = /[$@\\\u0080-\uffff]/.test(l.stuff ?? '') ? 'stringify' : 'const';
  if (kind === 'const') lineOfEnd(l);
  return stringToken(l, kind, found.end);
}

export function backquoted(l: Lexer, start: number): Token {
  const found = delimited(l, start, false);
  if (l.expect === 'operator') unexpectedTerm(l, 'Backticks', found?.end ?? l.at);
  if (!found) return missing(l, l.multiClose);
  return stringToken(l, 'backtick', found.end);
}

/** q, qq and qx. */
export function quoteToken(l: Lexer, start: number, word: string): Token {
  const found = delimited(l, start, false);
  if (!found) return missing(l, l.multiClose);
  if (word === 'q') {
    lineOfEnd(l);
    return stringToken(l, 'const', found.end);
  }
  if (word === 'qq') l.stuffClose = l.stuffClose === "'" ? '' : l.stuffClose;
  return stringToken(l, word === 'qq' ? 'stringify' : 'backtick', found.end);
}

export function listOfWords(l: Lexer, start: number): Token {
  const found = delimited(l, start, false);
  if (!found) return missing(l, l.multiClose);
  lineOfEnd(l);
  const text = l.stuff ?? '';
  l.stuff = null;
  l.expect = 'operator';
  if (text.includes(',')) l.warn('qw', 'Possible attempt to separate words with commas');
  if (text.includes('#')) l.warn('qw', 'Possible attempt to put comments in qw() list');
  return l.token('QWLIST', found.end, text);
}

/** A prototype or the argument of an attribute: skipped. */
export function parenthesised(l: Lexer, start: number): number | null {
  const found = delimited(l, start, true);
  if (found) lineOfEnd(l);
  return found?.end ?? null;
}

export function patternToken(l: Lexer, start: number, word: string): Token {
  const found = delimited(l, start, true);
  if (!found) return l.giveUp('Search pattern not terminated');
  const end = modifiers(l, found.end, word === 'qr' ? 'msixxnpaluadul' : 'msixxnpgcaluadulo');
  l.pattern = { ...l.leaf('match', l.text.slice(found.end, end)) };
  return stringToken(l, 'match', end);
}

/** The letters after a pattern; others are complained about one by one. */
function modifiers(l: Lexer, start: number, allowed: string): number {
  let s = start;
  for (; isWordPart(l.char(s)); s++) {
    if (!allowed.includes(l.char(s))) l.mistake(`Unknown regexp modifier "/${l.char(s)}"`);
  }
  return s;
}

export function substitution(l: Lexer, start: number): Token {
  const first = delimited(l, start, true);
  if (!first) return l.giveUp('Substitution pattern not terminated');
  const close = l.stuffClose;
  const { multiStart, line } = l;
  const second = delimited(l, first.reuse, false);
  if (!second) return l.giveUp('Substitution replacement not terminated');
  l.stuffClose = close;
  l.multiStart = multiStart;
  const end = modifiers(l, second.end, 'msixxnpgcaluadulore');
  const flags = l.text.slice(second.end, end);
  l.replacementCode = flags.includes('e');
  if (l.replacementCode) {
    l.multiEnd = 0;
    const evals = 'eval '.repeat(flags.replace(/[^e]/g, '').length - 1);
    l.replacement = `${evals}do {${l.replacement ?? ''}}`;
  }
  l.replacementLines = l.line - line;
  l.line = line;
  l.pattern = l.leaf('subst', flags);
  return stringToken(l, 'subst', end);
}

export function transliteration(l: Lexer, start: number): Token {
  const first = delimited(l, start, false);
  if (!first) return l.giveUp('Transliteration pattern not terminated');
  const second = delimited(l, first.reuse, false);
  if (!second) return l.giveUp('Transliteration replacement not terminated');
  l.replacementCode = false;
  l.replacementLines = 0;
  let end = second.end;
  while (/[cdsr]/.test(l.char(end))) end++;
  const flags = l.text.slice(second.end, end);
  if (flags.includes('r')) {
    l.stuff = null;
    l.replacement = null;
    return l.term('THING', end);
  }
  const [from, to] = [l.text.slice(start, first.end).trim(), l.text.slice(first.reuse, second.end).trim()];
  const counts = !/[ds]/.test(flags) && (to.length === 2 || (to.slice(1) === from.slice(1) && !flags.includes('c')));
  l.pattern = l.leaf('trans', counts ? COUNTS : flags);
  return stringToken(l, 'trans', end);
}

/** `<FH>`, `<$fh>` or a glob. */
export function inputSymbol(l: Lexer, start: number): Token {
  const newline = l.text.indexOf('\n', start);
  const line = l.text.slice(start, newline < 0 ? l.end : newline);
  const simple = /^<(<>>|[^>]*>)/.exec(line);
  if (!simple) return l.giveUp('Unterminated <> operator');
  const inside = line.startsWith('<<>>') ? '' : simple[0].slice(1, -1);
  if (/^\$?[\w':]*$/.test(inside)) {
    const end = start + (line.startsWith('<<>>') ? 4 : simple[0].length);
    if (/^\$\w/.test(inside) && !l.find(inside) && l.env.strict('vars') && !l.env.imported('$', inside.slice(1))) {
      l.complain(
        `Global symbol "${inside}" requires explicit package name (did you forget to declare "my ${inside}"?)`,
      );
    }
    const token = l.term('THING', end);
    return { type: 'THING', value: { ...token.value, op: 'readline' } };
  }
  const found = delimited(l, start, false);
  if (!found) return l.giveUp('Glob not terminated');
  return stringToken(l, 'glob', found.end);
}
