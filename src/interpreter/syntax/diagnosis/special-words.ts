/** Keywords that are neither functions nor loop controls: each has a token of its own (perlsyn, perlop). */
import { doToken, foreach, my, require, use } from './declaring-words.js';
import { endOfFile } from './ends.js';
import { forceStrictVersion, forceWord } from './forced-words.js';
import { checkUnary, unary } from './function-tokens.js';
import type { Lexer } from './lexer.js';
import { plainWord } from './plain-words.js';
import { listOfWords, patternToken, quoteToken, substitution, transliteration } from './quotes.js';
import { subToken } from './subs.js';
import type { Token } from './tokens.js';

type Reader = (l: Lexer, s: number, word: string) => Token;

export function specialWord(l: Lexer, s: number, word: string): Token {
  return (readers.get(word) ?? quoteToken)(l, s, word);
}

const operator =
  (type: string): Reader =>
  (l, s, word) =>
    l.operator(type, s, word);

const condition: Reader = (l, s, word) => l.operator(word.toUpperCase(), s, word);
const beforeBlock: Reader = (l, s, word) => l.expecting('block', word.toUpperCase(), s, word);

const rows: readonly (readonly [words: string, reader: Reader])[] = [
  ['__FILE__ __LINE__ __PACKAGE__ __SUB__', (l, s, word) => l.term('FUNC0OP', s, word)],
  ['__END__ __DATA__', (l) => endOfFile(l, true)],
  ['AUTOLOAD DESTROY BEGIN UNITCHECK CHECK INIT END', phaseBlock],
  ['sub format', subToken],
  ['and', operator('ANDOP')],
  ['or xor', operator('OROP')],
  ['cmp', operator('NCEQOP')],
  ['eq ne', operator('CHEQOP')],
  ['lt gt le ge', operator('CHRELOP')],
  ['isa', operator('NCRELOP')],
  ['x', repetition],
  ['if unless while until given when elsif', condition],
  ['else default try catch finally defer', beforeBlock],
  ['continue', continueBlock],
  ['for foreach', foreach],
  ['do', doToken],
  ['eval', evalToken],
  ['local', operator('LOCAL')],
  ['my our state', my],
  ['no use', use],
  ['not', not],
  ['package', packageToken],
  ['require', require],
  ['return', operator('LSTOP')],
  ['m qr', patternToken],
  ['s', substitution],
  ['tr y', transliteration],
  ['qw', listOfWords],
];

const readers = new Map(rows.flatMap(([words, reader]) => words.split(' ').map((word) => [word, reader])));

/** A name like any other where no statement begins. */
function phaseBlock(l: Lexer, s: number, word: string): Token {
  return l.expect === 'state' ? subToken(l, l.at, word) : plainWord(l, s, word, false);
}

function repetition(l: Lexer, s: number, word: string): Token {
  if (l.expect === 'operator') return l.assignable('MULOP', s, word);
  checkUnary(l);
  return plainWord(l, s, word, false);
}

/** The block of a loop, or the function that leaves a `when`. */
function continueBlock(l: Lexer, start: number, word: string): Token {
  const s = l.space(start);
  return l.char(s) === '{' ? l.expecting('block', 'CONTINUE', s) : l.expecting('operator', 'FUNC0', s, word);
}

function evalToken(l: Lexer, start: number, word: string): Token {
  const s = l.space(start);
  return unary(l, s, word, l.char(s) === '{' ? 'term-block' : 'term');
}

function not(l: Lexer, start: number, word: string): Token {
  const s = l.char(start) === '(' ? start : l.space(start);
  return l.char(s) === '(' ? l.expecting('operator', 'FUNC1', s, word) : l.operator('NOTOP', s, word);
}

function packageToken(l: Lexer, start: number, word: string): Token {
  const s = forceStrictVersion(l, l.space(forceWord(l, start, 'BAREWORD', false, true)));
  return l.expecting('block', 'PACKAGE', s, word);
}
