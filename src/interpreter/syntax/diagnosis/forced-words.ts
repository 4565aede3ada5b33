/** Words and versions that the lexer reads ahead, since a keyword before them says what they are (perl's force_word). */
import { scanWord } from './identifiers.js';
import type { Lexer } from './lexer.js';
import { isSpace, isWordStart } from './text.js';

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

/** The version of a package: anything else before the end of the statement is a mistake. */
export function forceStrictVersion(l: Lexer, s: number): number {
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
