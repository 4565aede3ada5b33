import type { ActionDict, Node } from 'ohm-js';
import type { QuoteToken } from './flat.js';
import { at, end, pushToken, readAll, textOf, wordOf } from './flat-builder.js';

interface QuoteParts {
  open: string;
  text: string;
  textAt: number;
}

/** A delimited text as a whole: its opening delimiter and what is inside. */
function delimitedParts(node: Node): QuoteParts {
  const whole = textOf(node);
  return { open: whole[0] ?? '', text: whole.slice(1, -1), textAt: at(node) + 1 };
}

function quote(node: Node, last: Node, op: string, first: QuoteParts, second: QuoteParts | null, flags: string): void {
  const token: QuoteToken = {
    kind: 'quote',
    op,
    open: first.open,
    text: first.text,
    textAt: first.textAt,
    second: second?.text ?? '',
    secondAt: second?.textAt ?? 0,
    secondOpen: second?.open ?? '',
    flags,
    at: at(node),
    end: end(last),
  };
  pushToken(token);
}

function simpleQuote(node: Node, op: string, part: Node, close: Node): void {
  const open = textOf(close);
  quote(node, close, op, { open, text: textOf(part), textAt: at(part) }, null, '');
}

function partsOfTwice(open: Node, first: Node, second: Node): [QuoteParts, QuoteParts] {
  const delimiter = textOf(open);
  return [
    { open: delimiter, text: textOf(first), textAt: at(first) },
    { open: delimiter, text: textOf(second), textAt: at(second) },
  ];
}

let twiceParts: [QuoteParts, QuoteParts] | null = null;

/** perlop: numbers, quote and quote-like operators */
export const quoteActions: ActionDict<void> = {
  number(_) {
    pushToken({ kind: 'number', text: textOf(this), at: at(this), end: end(this) });
  },
  versionString(_v, _first, _dots, _rest, _sp) {
    pushToken({ kind: 'number', text: wordOf(this), at: at(this), end: end(this) });
  },
  doubleQuoted(_open, part, close, _sp) {
    simpleQuote(this, 'qq', part, close);
  },
  singleQuoted(_open, part, close, _sp) {
    simpleQuote(this, 'q', part, close);
  },
  backquoted(_open, part, close, _sp) {
    simpleQuote(this, 'qx', part, close);
  },
  match(body, flags, _sp) {
    quote(this, flags, 'm', delimitedParts(body), null, textOf(flags));
  },
  hereDocument(_open, index, close, _sp) {
    pushToken({ kind: 'here', index: Number(textOf(index)), at: at(this), end: end(close) });
  },
  angle_safe(_sign, _sp) {
    pushToken({ kind: 'angle', text: '<>', at: at(this), end: end(this) });
  },
  angle_plain(_open, part, close, _sp) {
    pushToken({ kind: 'angle', text: textOf(part), at: at(this), end: end(close) });
  },
  quoteLike(_guard, form, _sp) {
    readAll([form]);
  },
  quoteForm_single(name, _gap, body, flags) {
    quote(this, flags, textOf(name), delimitedParts(body), null, textOf(flags));
  },
  quoteForm_double(name, _gap, body, flags) {
    readAll([body]);
    if (twiceParts) quote(this, flags, textOf(name), twiceParts[0], twiceParts[1], textOf(flags));
  },
  doubleBody_bracketed(first, _sp, second) {
    twiceParts = [delimitedParts(first), delimitedParts(second)];
  },
  doubleBody_slash(open, first, _middle, second, _close) {
    twiceParts = partsOfTwice(open, first, second);
  },
  twice(open, first, _middle, second, _close) {
    twiceParts = partsOfTwice(open, first, second);
  },
};
