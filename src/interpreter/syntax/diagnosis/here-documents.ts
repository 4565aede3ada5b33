/** Here-documents (perlop, "<<EOF"), whose bodies are taken out of the lines that follow. */
import type { Lexer } from './lexer.js';
import { missing } from './quotes.js';
import { stringToken } from './strings.js';
import { isBlank, isWordPart } from './text.js';
import type { Token } from './tokens.js';

/** perlop, "<<EOF". The body is on the lines that follow, wherever in the line the tag stands. */
export function hereDocument(l: Lexer, start: number): Token {
  let s = start + 2;
  const indented = l.char(s) === '~';
  if (indented) s++;
  let peek = s;
  while (isBlank(l.char(peek))) peek++;
  let quote = '"';
  let tag: string;
  if (/["'`]/.test(l.char(peek))) {
    quote = l.char(peek);
    const close = l.text.indexOf(quote, peek + 1);
    if (close < 0) l.giveUp('Unterminated delimiter for here document');
    tag = l.text.slice(peek + 1, close);
    s = close + 1;
  } else {
    if (l.char(s) === '\\') {
      s++;
      quote = "'";
    }
    if (!isWordPart(l.char(s))) l.giveUp('Use of bare << to mean <<"" is forbidden');
    const from = s;
    while (isWordPart(l.char(s))) s++;
    tag = l.text.slice(from, s);
  }
  const { line } = l;
  l.multiStart = line + 1 + l.hereLines;
  const body = documentBody(l, s, tag, indented);
  if (body === null) {
    l.line = line;
    return missing(l, tag);
  }
  l.multiOpen = l.multiClose = '<';
  l.multiEnd = line + l.hereLines;
  l.stuff = body;
  l.stuffClose = '';
  l.expect = 'operator';
  return stringToken(l, quote === "'" ? 'const' : quote === '`' ? 'backtick' : 'stringify', s);
}

/** Takes the body away from what is held, or from the lines to come. */
function documentBody(l: Lexer, s: number, tag: string, indented: boolean): string | null {
  const isEnd = (text: string): boolean => (indented ? text.replace(/^[ \t]+/, '') : text) === tag;
  let layer: Lexer['layer'] | null = l.layer;
  let at = s;
  let held = l.held;
  if (l.inWhat !== '') {
    while (layer !== null && held.text.indexOf('\n', at) < 0) {
      layer = layer.outer;
      if (layer === null) return null;
      held = layer.held;
      at = layer.at;
      if (l.streaming && layer.outer === null) return streamed(l, isEnd);
    }
  } else if (l.streaming) return streamed(l, isEnd);
  const newline = held.text.indexOf('\n', at);
  if (newline < 0) return null;
  let from = newline + 1;
  for (let lines = 1; from < held.text.length; lines++) {
    const end = held.text.indexOf('\n', from);
    const text = held.text.slice(from, end < 0 ? held.text.length : end);
    if (isEnd(text) && end >= 0) {
      const body = held.text.slice(newline + 1, from);
      held.text = held.text.slice(0, newline + 1) + held.text.slice(end + 1);
      l.hereLines += lines;
      return body;
    }
    if (end < 0) return null;
    from = end + 1;
  }
  return null;
}

function streamed(l: Lexer, isEnd: (text: string) => boolean): string | null {
  let body = '';
  for (;;) {
    const text = l.takeLine();
    if (text === '') return null;
    l.hereLines++;
    if (isEnd(text.replace(/\n$/, ''))) return body;
    body += text.endsWith('\n') ? text : `${text}\n`;
  }
}
