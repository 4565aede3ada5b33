import type { ActionDict, Node } from 'ohm-js';
import type { FlatStatement, Token } from './flat.js';
import { at, end, nameOf, pushToken, readAll, rowOf, spelled, symbol, textOf, wordOf } from './flat-builder.js';

/** `{word}` read as a block: a statement that consists of the word. */
function keyStatement(key: Node): FlatStatement {
  const written = spelled(wordOf(key));
  const start = at(key);
  const items: Token[] = [];
  if (/^-[A-CMOR-TWXb-gk-lopr-uw-xz]$/.test(written)) {
    items.push({ kind: 'filetest', letter: written.slice(1), at: start, end: start + 2 });
    return { kind: 'simple', items, at: start, end: start + 2 };
  }
  const minus = written.startsWith('-') ? 1 : 0;
  if (minus) items.push({ kind: 'symbol', text: '-', at: start, end: start + 1 });
  items.push({ kind: 'word', text: written.slice(minus), at: start + minus, end: start + written.length });
  return { kind: 'simple', items, at: start, end: start + written.length };
}

/** perlop: words, operators and groups in a row */
export const rowActions: ActionDict<void> = {
  word_name(name, _sp) {
    pushToken({ kind: 'word', text: nameOf(name), at: at(this), end: end(name) });
  },
  word_keyword(name, _sp) {
    pushToken({ kind: 'word', text: nameOf(name), at: at(this), end: end(name) });
  },
  methodName(name, _sp) {
    pushToken({ kind: 'word', text: nameOf(name), at: at(this), end: end(name) });
  },
  wordRow_term(_guard, word) {
    readAll([word]);
  },
  wordRow_special(_guard, row) {
    readAll([row]);
  },
  specialWord_print(_guard, word, handle) {
    readAll([word, handle]);
  },
  wordRow_guess(_guard, word) {
    readAll([word]);
  },
  blockListWord(_guard, word) {
    readAll([word]);
  },
  wordTerm(_guard, term) {
    readAll([term]);
  },
  statement_word(_guard, statement) {
    readAll([statement]);
  },
  arrow(sign, _sp, after) {
    symbol(sign);
    readAll([after]);
  },
  postfixDeref(sign, _sp) {
    pushToken({ kind: 'postfix', text: textOf(sign), at: at(this), end: end(sign) });
  },
  postfix(sign, _sp) {
    symbol(sign);
  },
  prefix_operator(sign, _sp) {
    symbol(sign);
  },
  fileTest(_minus, letter, _sp) {
    pushToken({ kind: 'filetest', letter: textOf(letter), at: at(this), end: end(letter) });
  },
  infix(sign, _sp) {
    symbol(sign);
  },
  separator(sign, _sp) {
    symbol(sign);
  },
  parens(_open, _sp, items, close, _after) {
    pushToken({ kind: 'parens', items: rowOf(items), at: at(this), end: end(close) });
  },
  brackets(_open, _sp, items, close, _after) {
    pushToken({ kind: 'brackets', items: rowOf(items), at: at(this), end: end(close) });
  },
  braces_key(_open, _sp, key, close, _after) {
    pushToken({ kind: 'braces', body: [keyStatement(key)], key: spelled(wordOf(key)), at: at(this), end: end(close) });
  },
};
