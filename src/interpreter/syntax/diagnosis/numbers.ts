/** Numbers and version strings (perldata, "Scalar value constructors"). */
import type { Lexer } from './lexer.js';
import { unexpectedTerm } from './names.js';
import { isDigit } from './text.js';
import type { Token } from './tokens.js';

/** perldata, "Scalar value constructors". */
export function number(l: Lexer, start: number): Token {
  const end = numberEnd(l, start);
  if (l.expect === 'operator') unexpectedTerm(l, 'Number', end);
  return l.term('THING', end, l.text.slice(start, end));
}

function numberEnd(l: Lexer, start: number): number {
  const rest = l.text.slice(start);
  const radix = /^0(?:[xX]|[bB]|[oO]|(?![.eE]))/.exec(rest);
  if (rest.startsWith('0') && radix && !/^0(?:\.(?!\.)|[eE][-+\d])/.test(rest)) return radixEnd(l, start, radix[0]);
  const vstring = /^(?:v\d+(?:\.\d+)*|\d+\.\d+(?:\.\d+)+)/.exec(rest);
  if (vstring) return start + vstring[0].length;
  const found = /^(?:\d[\d_]*)?(?:\.(?!\.)[\d_]*)?(?:[eE]_?[-+]?_?\d[\d_]*)?/.exec(rest);
  const text = found?.[0] ?? '';
  if (/__|_$|_\.|\._|_[eE]|[eE][-+]?_/.test(text)) l.warn('syntax', 'Misplaced _ in number');
  return start + text.length;
}

function radixEnd(l: Lexer, start: number, prefix: string): number {
  const kind = /[xX]/.test(prefix) ? 'hexadecimal' : /[bB]/.test(prefix) ? 'binary' : 'octal';
  let s = start + prefix.length;
  let digits = prefix === '0' ? 1 : 0;
  for (; ; s++) {
    const c = l.char(s);
    if (c === '_') {
      if (l.char(s - 1) === '_') l.warn('syntax', 'Misplaced _ in number');
      continue;
    }
    if (isDigit(c)) {
      if (kind === 'octal' && /[89]/.test(c)) l.mistake(`Illegal octal digit '${c}'`);
      else if (kind === 'binary' && /[2-9]/.test(c)) l.mistake(`Illegal binary digit '${c}'`);
    } else if (!(kind === 'hexadecimal' && /[a-fA-F]/.test(c))) break;
    digits++;
  }
  if (l.char(s - 1) === '_') l.warn('syntax', 'Misplaced _ in number');
  if (digits === 0) {
    const before = l.at;
    l.at = Math.min(s + 1, l.end);
    l.mistake(`No digits found for ${kind} literal`);
    l.at = before;
  }
  return s;
}
