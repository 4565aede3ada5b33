/** Words: keywords, labels, and all others. */
import { canBeReplaced, keyword } from './keywords.js';
import { keywordToken } from './keyword-tokens.js';
import { scanWord } from './identifiers.js';
import type { Lexer } from './lexer.js';
import { plainWord } from './plain-words.js';
import type { Token } from './tokens.js';

/** The token that begins with the word at `s`. */
export function wordToken(l: Lexer, s: number): Token {
  l.at = s;
  const { end, word } = scanWord(l, s, false);
  const anyDelimiter = /^(?:[msyq]|tr|q[qwxr])$/.test(word);
  l.word = word;
  if (!anyDelimiter && l.char(end) === ':' && l.char(end + 1) === ':') {
    if (word === 'CORE') return coreWord(l, s, end);
    return plainWord(l, end, word, false);
  }
  if (word === 'elseif') l.warn('syntax', 'elseif should be elsif', true);
  const after = l.overBlanks(end);
  if (l.char(after) === '=' && l.char(after + 1) === '>') return l.safeWord(end, word);
  if (!anyDelimiter && l.expect === 'state' && l.char(after) === ':' && l.char(after + 1) !== ':')
    return l.token('LABEL', after + 1, word);
  if (l.expect !== 'operator' && l.find(`&${word}`)) return plainWord(l, end, word, false);
  let kind = l.kindOf(word);
  if (word === 'lock' && l.expect !== 'operator' && l.env.sub(word)) return plainWord(l, end, word, true);
  if (kind !== null && canBeReplaced(word) && l.expect !== 'operator' && l.env.replaces(word)) {
    return plainWord(l, end, word, true);
  }
  if (word === '__DATA__' || word === '__END__') kind = 'other';
  else if (kind !== null && (!anyDelimiter || l.char(end) !== '#')) {
    const peek = l.peekSpace(end);
    if (l.char(peek) === '=' && l.char(peek + 1) === '>') return l.safeWord(end, word);
  }
  return kind === null ? plainWord(l, end, word, false) : keywordToken(l, end, word, kind);
}

function coreWord(l: Lexer, start: number, s: number): Token {
  const { end, word } = scanWord(l, s + 2, false);
  const kind = l.kindOf(word) ?? keyword(word, () => true);
  if (l.char(end) === ':' && l.char(end + 1) === ':') return plainWord(l, start + 4, 'CORE', false);
  if (kind === null) l.giveUp(`CORE::${word} is not a keyword`);
  l.word = word;
  return keywordToken(l, end, word, kind);
}
