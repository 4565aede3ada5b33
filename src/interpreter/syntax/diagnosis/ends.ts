/** What perl does at the end of a line and of the text. */
import type { Lexer } from './lexer.js';
import type { Token } from './tokens.js';

/** The lines that are held have been read: the next token is on a later one. */
export function endOfFile(l: Lexer, fakeEnd: boolean): Token {
  do {
    l.at = l.end;
    const { line, hereLines } = l;
    if (!l.nextLine(false, l.inWhat !== '', fakeEnd)) return l.token(';', l.at);
    l.line = line + (l.streaming ? 0 : hereLines);
    fakeEnd = false;
    const wasPod = l.inPod;
    if (l.inPod && /^=cut(?![A-Za-z])/.test(l.text)) {
      l.held.text = '';
      l.inPod = false;
    }
    if (l.streaming) l.beginLine(0, true);
    if (wasPod && !l.inPod) l.held.text = '';
  } while (l.inPod);
  l.older = l.old = l.at = l.lineStart = 0;
  l.lastList = l.lastUnary = -1;
  return l.tokenAt(0);
}

/** `;` is the last token, unless something is missing. */
export function endOfText(l: Lexer): Token {
  l.lastUnary = l.lastList = -1;
  if (l.brackets.length > 0) l.mistake('Missing right curly or square bracket');
  return l.token('END', l.at);
}

/** POD inside of what is held (perlpod); returns where code goes on. */
export function overPod(l: Lexer, start: number): number {
  let s = start;
  while (s < l.end) {
    if (l.char(s++) !== '\n') continue;
    l.beginLine(s, true);
    if (!l.starts2(s, '=cut')) continue;
    const newline = l.text.indexOf('\n', s);
    s = newline < 0 ? l.end : newline + 1;
    l.beginLine(s, true);
    return s;
  }
  return s;
}

export function overLine(l: Lexer, start: number): number {
  const newline = l.text.indexOf('\n', start);
  const s = newline < 0 ? l.end : newline + 1;
  const whole = l.within !== 'normal' || l.evaluated;
  const comment = l.char(start) === '#' && s === l.end;
  if (comment && l.within === 'code' && l.readingCode && l.char(s - 1) === '}') return s - 1;
  if (whole || s < l.end) l.beginLine(s, l.within === 'normal');
  return s;
}
